using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record GetBucketLocationRequest
{
    public required string Bucket { get; init; }
}

/// <summary>S3's one response whose root element holds bare text; empty for us-east-1.</summary>
[Named("LocationConstraint"), Namespace(S3Api.Namespace)]
internal sealed record GetBucketLocationResponse
{
    [XmlText]
    public required string LocationConstraint { get; init; }
}

[Http("GET", "/{Bucket}?location")]
internal sealed class GetBucketLocation(BucketTable buckets) : IOperation<GetBucketLocationRequest, GetBucketLocationResponse>
{
    public async Task<GetBucketLocationResponse> Handle(GetBucketLocationRequest request, CancellationToken token)
    {
        var region = (await buckets.GetAsync(request.Bucket, token)).Region;
        return new GetBucketLocationResponse { LocationConstraint = region == "us-east-1" ? "" : region };
    }
}
