using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record DeleteBucketRequest
{
    public required string Bucket { get; init; }
}

internal sealed record DeleteBucketResponse;

[Http("DELETE", "/{Bucket}", Status = 204)]
internal sealed class DeleteBucket(BucketTable buckets) : IOperation<DeleteBucketRequest, DeleteBucketResponse>
{
    public async Task<DeleteBucketResponse> Handle(DeleteBucketRequest request, CancellationToken token)
    {
        await buckets.RemoveAsync(request.Bucket, token);
        return new DeleteBucketResponse();
    }
}
