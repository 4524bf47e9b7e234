using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record HeadBucketRequest
{
    public required string Bucket { get; init; }
}

internal sealed record HeadBucketResponse
{
    [Header("x-amz-bucket-region")]
    public required string Region { get; init; }

    [Header("x-amz-access-point-alias")]
    public bool AccessPointAlias { get; init; }
}

[Http("HEAD", "/{Bucket}"), Actions("s3:ListBucket")]
internal sealed class HeadBucket(BucketTable buckets) : IOperation<HeadBucketRequest, HeadBucketResponse>
{
    public async Task<HeadBucketResponse> Handle(HeadBucketRequest request, CancellationToken token) =>
        new() { Region = (await buckets.GetAsync(request.Bucket, token)).Region };
}
