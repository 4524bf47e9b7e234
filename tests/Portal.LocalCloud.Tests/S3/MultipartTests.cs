using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class MultipartTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    private const int Five = 5 * 1024 * 1024;

    public static TheoryData<string?, string?> Checksums => new()
    {
        { null, null }, { "CRC32", "COMPOSITE" }, { "CRC32", "FULL_OBJECT" }, { "SHA1", "COMPOSITE" }, { "SHA256", "COMPOSITE" },
    };

    [Theory]
    [MemberData(nameof(Checksums))]
    public async Task Upload_ThreeParts_IsOneObject(string? algorithm, string? type)
    {
        byte[][] parts = [RandomNumberGenerator.GetBytes(Five), RandomNumberGenerator.GetBytes(Five + 1), RandomNumberGenerator.GetBytes(7)];
        var upload = await BeginAsync("big", algorithm, type);
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "big", UploadId = upload.UploadId };
        for (var i = 0; i < parts.Length; i++)
            complete.AddPartETags(await SendAsync(upload, i + 1, parts[i], algorithm));
        var done = await S3.CompleteMultipartUploadAsync(complete, Token);

        var whole = parts.SelectMany(part => part).ToArray();
        var etag = Convert.ToHexStringLower(MD5.HashData(parts.SelectMany(part => MD5.HashData(part)).ToArray()));
        Assert.Equal($"\"{etag}-3\"", done.ETag);
        using var got = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "big", ChecksumMode = ChecksumMode.ENABLED }, Token);
        using var content = new MemoryStream();
        await got.ResponseStream.CopyToAsync(content, Token);
        Assert.Equal(whole, content.ToArray());
        if (type == "FULL_OBJECT")
            Assert.Equal(type, got.ChecksumType?.Value);

        using var across = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "big", ByteRange = new ByteRange(Five - 3, (2 * Five) + 3) }, Token);
        content.SetLength(0);
        await across.ResponseStream.CopyToAsync(content, Token);
        Assert.Equal(whole[(Five - 3)..((2 * Five) + 4)], content.ToArray());
    }

    [Fact]
    public async Task TransferUtility_24MB_GoesMultipartAndComesBack()
    {
        var content = RandomNumberGenerator.GetBytes(24 * 1024 * 1024);
        using var transfer = new TransferUtility(S3);
        await transfer.UploadAsync(new MemoryStream(content), Bucket, "transfer", Token);
        using var got = await S3.GetObjectAsync(Bucket, "transfer", Token);
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back, Token);
        Assert.Equal(content, back.ToArray());
        Assert.EndsWith("-3\"", got.ETag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complete_PartsWrong_HasItsCode()
    {
        var upload = await BeginAsync("w");
        var first = await SendAsync(upload, 1, new byte[10]);
        var second = await SendAsync(upload, 2, new byte[10]);
        await RefusedAsync("InvalidPart", 400, () => CompleteAsync(new PartETag(1, first.ETag), new PartETag(3, first.ETag)));
        await RefusedAsync("InvalidPart", 400, () => CompleteAsync(new PartETag(1, "\"wrong\"")));
        await RefusedAsync("EntityTooSmall", 400, () => CompleteAsync(new PartETag(1, first.ETag), new PartETag(2, second.ETag)));
        await CompleteAsync(new PartETag(2, second.ETag));
        await RefusedAsync("NoSuchUpload", 404, () => CompleteAsync(new PartETag(2, second.ETag)));

        Task CompleteAsync(params PartETag[] parts) =>
            S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "w", UploadId = upload.UploadId, PartETags = [.. parts] }, Token);
    }

    [Fact]
    public async Task PartCopy_OfRange_TakesThoseBytes()
    {
        await PutAsync("source", "0123456789");
        var upload = await BeginAsync("copied");
        var part = await S3.CopyPartAsync(
            new CopyPartRequest { SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = "copied", UploadId = upload.UploadId, PartNumber = 1, FirstByte = 2, LastByte = 5 }, Token);
        await S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "copied", UploadId = upload.UploadId, PartETags = [new PartETag(1, part.ETag)] }, Token);
        Assert.Equal("2345", await GetAsync("copied"));
        await RefusedAsync("NoSuchUpload", 404, () => S3.CopyPartAsync(
            new CopyPartRequest { SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = "copied", UploadId = upload.UploadId, PartNumber = 1 }, Token));
    }

    [Fact]
    public async Task ListPartsAndUploads_ThenAbort_LeavesNothing()
    {
        var upload = await BeginAsync("l");
        foreach (var number in new[] { 3, 1, 2 })
            await SendAsync(upload, number, [(byte)number]);
        await SendAsync(upload, 2, [2, 2]);

        var page = await S3.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = "l", UploadId = upload.UploadId, MaxParts = 2 }, Token);
        Assert.Equal([(1, 1L), (2, 2L)], page.Parts.Select(part => (part.PartNumber!.Value, part.Size!.Value)));
        Assert.True(page.IsTruncated);
        var rest = await S3.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = "l", UploadId = upload.UploadId, PartNumberMarker = $"{page.NextPartNumberMarker}" }, Token);
        Assert.Equal(3, Assert.Single(rest.Parts).PartNumber);

        Assert.Equal(upload.UploadId, Assert.Single((await S3.ListMultipartUploadsAsync(Bucket, Token)).MultipartUploads).UploadId);
        await S3.AbortMultipartUploadAsync(Bucket, "l", upload.UploadId, Token);
        Assert.Empty((await S3.ListMultipartUploadsAsync(Bucket, Token)).MultipartUploads ?? []);
        await RefusedAsync("NoSuchUpload", 404, () => S3.AbortMultipartUploadAsync(Bucket, "l", upload.UploadId, Token));
    }

    [Fact]
    public async Task UploadPart_OtherChecksumThanBegun_IsRefused()
    {
        var upload = await BeginAsync("m", "SHA256", "COMPOSITE");
        await RefusedAsync("InvalidRequest", 400, () => SendAsync(upload, 1, [1], "CRC32"));
    }

    [Fact]
    public async Task UploadPart_Throttled_CanBeSentAgain()
    {
        Cloud.Faults.Arm(new ArmedFault { On = "UploadPart", Kind = FaultKind.Throttle, Times = 1 });
        var upload = await BeginAsync("again");
        await RefusedAsync("SlowDown", 503, () => SendAsync(upload, 1, [1]));
        await SendAsync(upload, 1, [1]);
    }

    private Task<InitiateMultipartUploadResponse> BeginAsync(string key, string? algorithm = null, string? type = null)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = key };
        if (algorithm is not null)
            request.ChecksumAlgorithm = new ChecksumAlgorithm(algorithm);
        if (type is not null)
            request.ChecksumType = new ChecksumType(type);
        return S3.InitiateMultipartUploadAsync(request, Token);
    }

    private Task<UploadPartResponse> SendAsync(InitiateMultipartUploadResponse upload, int number, byte[] content, string? algorithm = null)
    {
        var request = new UploadPartRequest { BucketName = Bucket, Key = upload.Key, UploadId = upload.UploadId, PartNumber = number, InputStream = new MemoryStream(content) };
        if (algorithm is not null)
            request.ChecksumAlgorithm = new ChecksumAlgorithm(algorithm);
        return S3.UploadPartAsync(request, Token);
    }
}
