using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.Pipeline.Signatures;

/// <summary>Requests signed by the official client and altered on the way.</summary>
public sealed class SigningTests(LocalCloudFixture cloud) : S3.S3Tests(cloud)
{
    [Fact]
    public async Task WrongSecret_IsSignatureDoesNotMatch()
    {
        using var client = Cloud.S3(secretAccessKey: "wrong");
        await RefusedAsync("SignatureDoesNotMatch", 403, () => client.ListBucketsAsync(Token));
    }

    [Fact]
    public async Task UnknownKey_IsInvalidAccessKeyId()
    {
        using var client = Cloud.S3(accessKeyId: "nobody");
        await RefusedAsync("InvalidAccessKeyId", 403, () => client.ListBucketsAsync(Token));
    }

    [Fact]
    public async Task WrongRegion_IsAuthorizationHeaderMalformed()
    {
        using var client = Cloud.S3(config => config.AuthenticationRegion = "eu-central-1");
        await RefusedAsync("AuthorizationHeaderMalformed", 400, () => client.ListBucketsAsync(Token));
    }

    [Fact]
    public async Task HeaderAlteredOnTheWay_IsSignatureDoesNotMatch()
    {
        using var client = Altering(request => request.Headers.TryAddWithoutValidation("x-amz-meta-smuggled", "1"));
        await RefusedAsync("AccessDenied", 403, () => client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "x" }, Token));
    }

    [Fact]
    public async Task BodyAlteredOnTheWay_IsRefusedAndLeavesNothing()
    {
        using var hashed = Altering(request => request.Content = SameLength(request.Content!));
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => hashed.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = new string('x', 1000), UseChunkEncoding = false }, Token));
        Assert.Contains(error.ErrorCode, (string[])["XAmzContentSHA256Mismatch", "BadDigest"]);
        using var chunked = Altering(request => request.Content = SameLength(request.Content!));
        error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => chunked.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = new string('x', 1000), UseChunkEncoding = true }, Token));
        Assert.Equal("SignatureDoesNotMatch", error.ErrorCode);
        await RefusedAsync("NoSuchKey", 404, () => S3.GetObjectAsync(Bucket, "k", Token));
    }

    private AmazonS3Client Altering(Action<HttpRequestMessage> alter) => Cloud.S3(config => config.HttpClientFactory = new AlteringFactory(alter));

    private static ByteArrayContent SameLength(HttpContent content)
    {
        var bytes = content.ReadAsByteArrayAsync(Token).GetAwaiter().GetResult();
        var at = Array.IndexOf(bytes, (byte)'x');
        bytes[at + 20] = (byte)'y';
        var altered = new ByteArrayContent(bytes);
        foreach (var header in content.Headers)
            altered.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return altered;
    }

    private sealed class AlteringFactory(Action<HttpRequestMessage> alter) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new AlteringHandler(alter));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }

    private sealed class AlteringHandler(Action<HttpRequestMessage> alter) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            alter(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
