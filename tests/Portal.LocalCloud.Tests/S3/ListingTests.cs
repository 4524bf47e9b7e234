using Amazon.S3.Model;
using Npgsql;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class ListingTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Fact]
    public async Task ListV2_Delimiter_FoldsFolders()
    {
        foreach (var key in new[] { "a/1", "a/2", "b", "c/d/1", "z" })
            await PutAsync(key, key);
        var listed = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Delimiter = "/" }, Token);
        Assert.Equal(["b", "z"], listed.S3Objects.Select(item => item.Key));
        Assert.Equal(["a/", "c/"], listed.CommonPrefixes);
        Assert.Equal(4, listed.KeyCount);

        var below = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Delimiter = "/", Prefix = "c/" }, Token);
        Assert.Equal(["c/d/"], below.CommonPrefixes);
        Assert.Empty(below.S3Objects ?? []);
    }

    [Fact]
    public async Task ListV2_ControlCharacterInKey_NeedsUrlEncoding()
    {
        await PutAsync("line\nbreak\u0001", "1");
        var listed = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Encoding = Amazon.S3.EncodingType.Url }, Token);
        Assert.Equal("line\nbreak\u0001", Uri.UnescapeDataString(Assert.Single(listed.S3Objects).Key));
    }

    [Fact]
    public async Task ListV1_MarkerAndDelimiter_WalksOn()
    {
        foreach (var key in new[] { "a/1", "a/2", "b", "c/1" })
            await PutAsync(key, key);
        var first = await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, Delimiter = "/", MaxKeys = 1 }, Token);
        Assert.Equal("a/", first.NextMarker);
        var second = await S3.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, Delimiter = "/", MaxKeys = 5, Marker = first.NextMarker }, Token);
        Assert.Equal(["b"], second.S3Objects.Select(item => item.Key));
        Assert.Equal(["c/"], second.CommonPrefixes);
    }

    [Fact]
    public async Task ListV2_BadToken_IsRefused() =>
        await RefusedAsync("InvalidArgument", 400, () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, ContinuationToken = "nonsense!" }, Token));

    [Fact]
    public async Task ListV2_Denied_HasItsCode()
    {
        Cloud.Faults.Arm(new ArmedFault { On = "s3:ListBucket", Kind = FaultKind.Deny });
        await RefusedAsync("AccessDenied", 403, () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Token));
    }

    [Fact]
    public async Task ListV2_FoldersOf100000Keys_ReadsOneIndexEntryPerFolder()
    {
        await using var database = NpgsqlDataSource.Create(Cloud.ConnectionString);
        await using (var insert = database.CreateCommand("""
            insert into s3_version (bucket, key, version_id, is_latest, modified_at)
            select $1, 'folder' || (i % 5) || '/' || to_char(i, 'FM000000'), 'null', true, now() from generate_series(1, 100000) i
            """))
        {
            insert.Parameters.AddWithValue(Bucket);
            await insert.ExecuteNonQueryAsync(Token);
        }

        await using (var analyze = database.CreateCommand("analyze s3_version"))
            await analyze.ExecuteNonQueryAsync(Token);
        var before = await ReadsAsync();
        var listed = await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Delimiter = "/" }, Token);
        Assert.Equal(["folder0/", "folder1/", "folder2/", "folder3/", "folder4/"], listed.CommonPrefixes);
        var after = await Eventually.HoldsAsync(ReadsAsync, reads => reads > before, "the server has counted the reads", Token);
        Assert.InRange(after - before, 1, 200);

        // Rows fetched through the indexes of the table: the server's own count, flushed by the sessions that have become idle.
        async Task<long> ReadsAsync()
        {
            await using var count = database.CreateCommand("select coalesce(sum(idx_tup_read), 0)::bigint + (select coalesce(seq_tup_read, 0) from pg_stat_user_tables where relname = 's3_version') from pg_stat_user_indexes where relname = 's3_version'");
            return (long)(await count.ExecuteScalarAsync(Token))!;
        }
    }
}
