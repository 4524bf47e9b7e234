using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class ObjectTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Fact]
    public async Task PutGet_WithMetadata_ComesBackWhole()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "a/b.txt", ContentBody = "hello", ContentType = "text/plain", Headers = { CacheControl = "no-store", ContentDisposition = "inline" } };
        request.Metadata["owner"] = "Zoe";
        request.TagSet = [new Tag { Key = "k", Value = "v" }];
        var put = await S3.PutObjectAsync(request, Token);
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put.ETag);

        using var got = await S3.GetObjectAsync(Bucket, "a/b.txt", Token);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync(Token));
        Assert.Equal("text/plain", got.Headers.ContentType);
        Assert.Equal("no-store", got.Headers.CacheControl);
        Assert.Equal("Zoe", got.Metadata["owner"]);
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal(1, got.TagCount);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("with space + plus")]
    [InlineData("percent%20 & = ? # ;")]
    [InlineData("Übung/日本語/😀")]
    [InlineData("(brackets)[more]{x}|^~`'\"<>,:@$!*")]
    [InlineData("double//slash/")]
    [InlineData("back\\slash")]
    public async Task PutGetListDelete_AnyLegalKey_IsThatKey(string key)
    {
        await PutAsync(key, key);
        Assert.Equal(key, await GetAsync(key));
        Assert.Equal(key, Assert.Single((await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Token)).S3Objects).Key);
        await S3.DeleteObjectAsync(Bucket, key, Token);
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, key, Token));
    }

    [Fact]
    public async Task Put_KeyOf1025Bytes_IsRefused()
    {
        await PutAsync(new string('k', 1024), "fits");
        await RefusedAsync("KeyTooLongError", 400, () => PutAsync(new string('é', 513), "does not"));
    }

    [Fact]
    public async Task Get_MissingKeyOrBucket_HasItsCode()
    {
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "none", Token));
        await RefusedAsync("NoSuchBucket", 404, () => S3.GetObjectAsync("no-such-bucket-here", "none", Token));
        await RefusedAsync("NotFound", 404, () => S3.GetObjectMetadataAsync(Bucket, "none", Token));
    }

    [Theory]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=3-", "3456789", "bytes 3-9/10")]
    [InlineData("bytes=-4", "6789", "bytes 6-9/10")]
    [InlineData("bytes=8-99", "89", "bytes 8-9/10")]
    public async Task Get_Range_IsPartial(string range, string expected, string contentRange)
    {
        await PutAsync("digits", "0123456789");
        using var got = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "digits", ByteRange = new ByteRange(range) }, Token);
        Assert.Equal(HttpStatusCode.PartialContent, got.HttpStatusCode);
        Assert.Equal(expected, await new StreamReader(got.ResponseStream).ReadToEndAsync(Token));
        Assert.Equal(contentRange, got.ContentRange);
    }

    [Fact]
    public async Task Get_RangeBeyondEnd_IsRefused()
    {
        await PutAsync("digits", "0123456789");
        await RefusedAsync("InvalidRange", 416, () => S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "digits", ByteRange = new ByteRange("bytes=10-") }, Token));
    }

    [Fact]
    public async Task Get_Conditions_HoldOrNot()
    {
        var etag = (await PutAsync("c", "1")).ETag;
        var notModified = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "c", EtagToNotMatch = etag }, Token));
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        await RefusedAsync("PreconditionFailed", 412, () => S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "c", EtagToMatch = "\"other\"" }, Token));
        using var got = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "c", EtagToMatch = etag }, Token);
        Assert.Equal(etag, got.ETag);
    }

    [Fact]
    public async Task Put_IfNoneMatchStar_OnlyTheFirstWins()
    {
        var first = new PutObjectRequest { BucketName = Bucket, Key = "once", ContentBody = "1", IfNoneMatch = "*" };
        await S3.PutObjectAsync(first, Token);
        await RefusedAsync("PreconditionFailed", 412, () => S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "once", ContentBody = "2", IfNoneMatch = "*" }, Token));
        Assert.Equal("1", await GetAsync("once"));
    }

    [Fact]
    public async Task Put_ManyIfNoneMatchAtOnce_ExactlyOneWins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async index =>
        {
            try
            {
                await S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "race", ContentBody = $"{index}", IfNoneMatch = "*" }, Token);
                return true;
            }
            catch (AmazonS3Exception error) when (error.ErrorCode == "PreconditionFailed")
            {
                return false;
            }
        }));
        Assert.Equal(1, outcomes.Count(won => won));
    }

    [Fact]
    public async Task Copy_DirectiveCopyAndReplace_KeepsOrReplacesMetadata()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "from ö", ContentBody = "body", ContentType = "text/x" };
        put.Metadata["m"] = "1";
        await S3.PutObjectAsync(put, Token);

        await S3.CopyObjectAsync(Bucket, "from ö", Bucket, "kept", Token);
        Assert.Equal("1", (await S3.GetObjectMetadataAsync(Bucket, "kept", Token)).Metadata["m"]);

        var replace = new CopyObjectRequest { SourceBucket = Bucket, SourceKey = "from ö", DestinationBucket = Bucket, DestinationKey = "from ö", MetadataDirective = S3MetadataDirective.REPLACE, ContentType = "text/y" };
        await S3.CopyObjectAsync(replace, Token);
        var replaced = await S3.GetObjectMetadataAsync(Bucket, "from ö", Token);
        Assert.Equal("text/y", replaced.Headers.ContentType);
        Assert.Empty(replaced.Metadata.Keys);
        Assert.Equal("body", await GetAsync("from ö"));
        await RefusedAsync("InvalidRequest", 400, () => S3.CopyObjectAsync(Bucket, "kept", Bucket, "kept", Token));
        await RefusedAsync("NoSuchKey", 404, () => S3.CopyObjectAsync(Bucket, "none", Bucket, "x", Token));
    }

    [Fact]
    public async Task DeleteObjects_Many_ReportsEachKey()
    {
        await PutAsync("d1", "1");
        await PutAsync("keep/d2", "2");
        Cloud.Faults.Arm(new ArmedFault { On = "keep/*", Kind = FaultKind.RefuseKey });
        var error = await Assert.ThrowsAsync<DeleteObjectsException>(() => S3.DeleteObjectsAsync(
            new DeleteObjectsRequest { BucketName = Bucket, Objects = [new KeyVersion { Key = "d1" }, new KeyVersion { Key = "keep/d2" }, new KeyVersion { Key = "missing" }] }, Token));
        Assert.Equal(["d1", "missing"], error.Response.DeletedObjects.Select(item => item.Key));
        var refused = Assert.Single(error.Response.DeleteErrors);
        Assert.Equal(("keep/d2", "AccessDenied"), (refused.Key, refused.Code));
        Assert.Equal("2", await GetAsync("keep/d2"));
    }

    [Fact]
    public async Task DeleteObjects_Quiet_SaysNothing()
    {
        await PutAsync("q", "1");
        var response = await S3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = Bucket, Quiet = true, Objects = [new KeyVersion { Key = "q" }] }, Token);
        Assert.Empty(response.DeletedObjects ?? []);
    }

    [Fact]
    public async Task Tagging_PutGetDelete_AndItsLimit()
    {
        await PutAsync("t", "1");
        await S3.PutObjectTaggingAsync(new PutObjectTaggingRequest { BucketName = Bucket, Key = "t", Tagging = new Tagging { TagSet = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "" }] } }, Token);
        var tags = (await S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "t" }, Token)).Tagging;
        Assert.Equal([("a", "1"), ("b", "")], tags.Select(tag => (tag.Key, tag.Value)));
        await S3.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest { BucketName = Bucket, Key = "t" }, Token);
        Assert.Empty((await S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "t" }, Token)).Tagging ?? []);
        var eleven = Enumerable.Range(0, 11).Select(index => new Tag { Key = $"k{index}", Value = "v" }).ToList();
        await RefusedAsync("BadRequest", 400, () => S3.PutObjectTaggingAsync(new PutObjectTaggingRequest { BucketName = Bucket, Key = "t", Tagging = new Tagging { TagSet = eleven } }, Token));
    }

    [Theory]
    [InlineData(FaultKind.Throttle, "SlowDown", 503)]
    [InlineData(FaultKind.Error, "InternalError", 500)]
    [InlineData(FaultKind.Unavailable, "ServiceUnavailable", 503)]
    [InlineData(FaultKind.Deny, "AccessDenied", 403)]
    public async Task Put_FaultArmedForTheSecondCall_StrikesOnlyThat(FaultKind kind, string code, int status)
    {
        Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = kind, Skip = 1, Times = 1 });
        await PutAsync("f", "1");
        await RefusedAsync(code, status, () => PutAsync("f", "2"));
        await PutAsync("f", "3");
        Assert.Equal("3", await GetAsync("f"));
    }

    [Fact]
    public async Task Put_ResponseDropped_IsDoneAllTheSame()
    {
        Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = FaultKind.DropResponse });
        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync("dropped", "1"));
        Cloud.Faults.Clear();
        Assert.Equal("1", await GetAsync("dropped"));
    }

    [Fact]
    public async Task Put_ConnectionReset_IsNotDone()
    {
        Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = FaultKind.Reset });
        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync("reset", "1"));
        Cloud.Faults.Clear();
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "reset", Token));
    }

    [Fact]
    public async Task Get_Hangs_UntilTheClientGivesUp()
    {
        await PutAsync("h", "1");
        Cloud.Faults.Arm(new ArmedFault { On = "GetObject", Kind = FaultKind.Hang, Times = 1 });
        using var impatient = Cloud.S3(config => config.Timeout = TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<Exception>(() => impatient.GetObjectAsync(Bucket, "h", Token));
    }

    [Fact]
    public async Task Actions_OfCalls_AreRecorded()
    {
        await PutAsync("seen", "1");
        await S3.GetObjectMetadataAsync(Bucket, "seen", Token);
        Assert.True(Cloud.Actions.Seen["s3:PutObject"] > 0);
        Assert.True(Cloud.Actions.Seen["s3:GetObject"] > 0);
    }
}
