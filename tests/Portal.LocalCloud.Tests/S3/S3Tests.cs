using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

/// <summary>A bucket of the test's own and the short forms of what most tests do with it.</summary>
public abstract class S3Tests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>, IAsyncLifetime
{
    protected LocalCloudFixture Cloud { get; } = cloud;

    protected AmazonS3Client S3 { get; private set; } = null!;

    protected string Bucket { get; } = $"test-{Guid.NewGuid():N}";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        S3 = Cloud.S3();
        await S3.PutBucketAsync(Bucket, Token);
    }

    public ValueTask DisposeAsync()
    {
        Cloud.Faults.Clear();
        S3.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected void Reconnect() => S3 = Cloud.S3();

    protected Task<PutObjectResponse> PutAsync(string key, string content) =>
        S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content }, Token);

    protected async Task<string> GetAsync(string key, string? versionId = null)
    {
        using var response = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = key, VersionId = versionId }, Token);
        using var reader = new StreamReader(response.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }

    protected static async Task<AmazonS3Exception> RefusedAsync(string code, int status, Func<Task> act)
    {
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(act);
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal(status, (int)error.StatusCode);
        Assert.False(string.IsNullOrEmpty(error.RequestId));
        return error;
    }

    protected Task EnableVersioningAsync(string status = "Enabled") =>
        S3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = Bucket, VersioningConfig = new S3BucketVersioningConfig { Status = status } }, Token);
}
