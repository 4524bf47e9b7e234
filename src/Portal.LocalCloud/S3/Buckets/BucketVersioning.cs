using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record GetBucketVersioningRequest
{
    public required string Bucket { get; init; }
}

[Named("VersioningConfiguration"), Namespace(S3Api.Namespace)]
internal sealed record GetBucketVersioningResponse
{
    /// <summary>Left out when versioning was never enabled.</summary>
    public string? Status { get; init; }
}

[Http("GET", "/{Bucket}?versioning")]
internal sealed class GetBucketVersioning(BucketTable buckets) : IOperation<GetBucketVersioningRequest, GetBucketVersioningResponse>
{
    public async Task<GetBucketVersioningResponse> Handle(GetBucketVersioningRequest request, CancellationToken token) =>
        new() { Status = (await buckets.GetAsync(request.Bucket, token)).Versioning };
}

internal sealed record PutBucketVersioningRequest
{
    public required string Bucket { get; init; }

    [Payload]
    public required VersioningConfiguration Configuration { get; init; }
}

internal sealed record VersioningConfiguration
{
    public string? Status { get; init; }

    public string? MfaDelete { get; init; }
}

internal sealed record PutBucketVersioningResponse;

[Http("PUT", "/{Bucket}?versioning")]
internal sealed class PutBucketVersioning(BucketTable buckets) : IOperation<PutBucketVersioningRequest, PutBucketVersioningResponse>
{
    public async Task<PutBucketVersioningResponse> Handle(PutBucketVersioningRequest request, CancellationToken token)
    {
        if (request.Configuration.MfaDelete is "Enabled")
            throw S3Faults.NotImplemented("MfaDelete");
        if (request.Configuration.Status is not ("Enabled" or "Suspended"))
            throw request.Configuration.Status is null
                ? new AwsFault("IllegalVersioningConfigurationException", 400, "The Versioning element must be specified")
                : S3Faults.MalformedXml();
        await buckets.SetVersioningAsync(request.Bucket, request.Configuration.Status, token);
        return new PutBucketVersioningResponse();
    }
}
