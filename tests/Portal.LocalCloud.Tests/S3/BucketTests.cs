using Amazon.S3.Model;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class BucketTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    [Fact]
    public async Task CreateListHeadDelete_OneBucket_ComesAndGoes()
    {
        Assert.Contains((await S3.ListBucketsAsync(Token)).Buckets, bucket => bucket.BucketName == Bucket);
        await S3.HeadBucketAsync(new HeadBucketRequest { BucketName = Bucket }, Token);
        await S3.DeleteBucketAsync(Bucket, Token);
        await RefusedAsync("NoSuchBucket", 404, () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Token));
    }

    [Fact]
    public async Task CreateBucket_Again_SucceedsAsInUsEast1() => await S3.PutBucketAsync(Bucket, Token);

    [Theory]
    [InlineData("ab")]
    [InlineData("192.168.0.1")]
    [InlineData("two..dots")]
    [InlineData("xn--idn")]
    public async Task CreateBucket_NameBreaksRules_IsRefused(string name) =>
        await RefusedAsync("InvalidBucketName", 400, () => S3.PutBucketAsync(name, Token));

    [Fact]
    public async Task DeleteBucket_WithObject_IsRefused()
    {
        await PutAsync("a", "1");
        await RefusedAsync("BucketNotEmpty", 409, () => S3.DeleteBucketAsync(Bucket, Token));
    }

    [Fact]
    public async Task DeleteBucket_WithUploadUnderWay_DropsIt()
    {
        await S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "k" }, Token);
        await S3.DeleteBucketAsync(Bucket, Token);
    }

    [Fact]
    public async Task GetBucketLocation_UsEast1_IsEmpty() =>
        Assert.Equal("", (await S3.GetBucketLocationAsync(new GetBucketLocationRequest { BucketName = Bucket }, Token)).Location.Value);

    [Fact]
    public async Task Versioning_FirstNoneThenEnabledThenSuspended()
    {
        Assert.Equal("Off", await StatusAsync()); // the SDK's word for an element left out
        await EnableVersioningAsync();
        Assert.Equal("Enabled", await StatusAsync());
        await EnableVersioningAsync("Suspended");
        Assert.Equal("Suspended", await StatusAsync());

        async Task<string?> StatusAsync() =>
            (await S3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = Bucket }, Token)).VersioningConfig?.Status?.Value;
    }

    [Fact]
    public async Task GetBucketPolicy_IsRefusedByName()
    {
        var error = await RefusedAsync("NotImplemented", 501, () => S3.GetBucketPolicyAsync(Bucket, Token));
        Assert.Contains("policy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_WrongExpectedOwner_IsDenied() =>
        await RefusedAsync("AccessDenied", 403, () => S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, ExpectedBucketOwner = "111111111111" }, Token));

    [Fact]
    public async Task CreateBucket_Denied_SaysTheAction()
    {
        Cloud.Faults.Arm(new ArmedFault { On = "s3:CreateBucket", Kind = FaultKind.Deny });
        var error = await RefusedAsync("AccessDenied", 403, () => S3.PutBucketAsync("denied-bucket", Token));
        Assert.Contains("s3:CreateBucket", error.Message, StringComparison.Ordinal);
    }
}
