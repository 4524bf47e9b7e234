using Amazon.S3.Model;
using Npgsql;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class DurabilityTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Fact]
    public async Task Restart_ObjectsVersionsAndUploads_AreStillThere()
    {
        await EnableVersioningAsync();
        var first = await PutAsync("kept", "1");
        await PutAsync("kept", "2");
        var upload = await S3.InitiateMultipartUploadAsync(Bucket, "part", Token);
        var part = await S3.UploadPartAsync(new UploadPartRequest { BucketName = Bucket, Key = "part", UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream("half"u8.ToArray()) }, Token);

        await RestartAsync();

        Assert.Equal("2", await GetAsync("kept"));
        Assert.Equal("1", await GetAsync("kept", first.VersionId));
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "part", UploadId = upload.UploadId, PartETags = [new PartETag(1, part.ETag)] }, Token);
        Assert.Equal("half", await GetAsync("part"));
    }

    [Fact]
    public async Task Restart_AfterCrashBetweenBlobAndMetadata_SweepsTheBlobAndShowsNothing()
    {
        await PutAsync("whole", "1");

        // What a process leaves that dies after the rename: the file is there, the row is not. And one that dies while writing.
        await using (var database = NpgsqlDataSource.Create(Cloud.ConnectionString))
        {
            await PutAsync("half", "2");
            await using var forget = database.CreateCommand("delete from s3_version where bucket = $1 and key = 'half'");
            forget.Parameters.AddWithValue(Bucket);
            await forget.ExecuteNonQueryAsync(Token);
        }

        await File.WriteAllTextAsync(Path.Combine(Cloud.DataDirectory, "aside", Guid.NewGuid().ToString("N")), "unfinished", Token);
        var before = Blobs();
        await RestartAsync();

        Assert.Equal(before - 1, Blobs());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Cloud.DataDirectory, "aside")));
        Assert.Equal("1", await GetAsync("whole"));
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "half", Token));
    }

    [Fact]
    public async Task Put_ClientGoesAwayHalfWay_LeavesNothing()
    {
        var before = Blobs();
        using var cancel = new CancellationTokenSource();
        var body = new EndlessUntilCancelled(cancel, 4 * 1024 * 1024);
        await Assert.ThrowsAnyAsync<Exception>(() => S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "gone", InputStream = body, AutoCloseStream = false }, cancel.Token));
        await Eventually.HoldsAsync(
            () => Task.FromResult(Directory.EnumerateFiles(Path.Combine(Cloud.DataDirectory, "aside")).Count()), count => count == 0, "nothing lies aside", Token);
        Assert.Equal(before, Blobs());
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "gone", Token));
    }

    [Fact]
    public async Task Get_ObjectDeletedWhileItIsRead_IsReadToItsEnd()
    {
        var content = new byte[8 * 1024 * 1024];
        System.Random.Shared.NextBytes(content);
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "read", InputStream = new MemoryStream(content) }, Token);
        using var got = await S3.GetObjectAsync(Bucket, "read", Token);
        await S3.DeleteObjectAsync(Bucket, "read", Token);
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back, Token);
        Assert.Equal(content, back.ToArray());
    }

    [Fact]
    public async Task Overwrite_OldBlob_IsDeleted()
    {
        await PutAsync("o", "1");
        var before = Blobs();
        await PutAsync("o", "2");
        Assert.Equal(before, Blobs());
    }

    private async Task RestartAsync()
    {
        S3.Dispose();
        await Cloud.RestartAsync();
        Reconnect();
    }

    private int Blobs() => Directory.EnumerateFiles(Path.Combine(Cloud.DataDirectory, "blobs"), "*", SearchOption.AllDirectories).Count();

    /// <summary>A long body whose reader is cancelled in the middle.</summary>
    private sealed class EndlessUntilCancelled(CancellationTokenSource cancel, long length) : MemoryStream(new byte[length])
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            if (Position > Length / 2)
                await cancel.CancelAsync();
            return Read(buffer, offset, count);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > Length / 2)
                await cancel.CancelAsync();
            return Read(buffer.Span);
        }
    }
}
