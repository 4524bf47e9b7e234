using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record CreateBucketRequest
{
    public required string Bucket { get; init; }

    [Payload]
    public CreateBucketConfiguration? Configuration { get; init; }
}

internal sealed record CreateBucketConfiguration
{
    public string? LocationConstraint { get; init; }
}

internal sealed record CreateBucketResponse
{
    [Header("Location")]
    public required string Location { get; init; }
}

[Http("PUT", "/{Bucket}")]
internal sealed class CreateBucket(BucketTable buckets, LocalAccount account) : IOperation<CreateBucketRequest, CreateBucketResponse>
{
    private const string Home = "us-east-1";

    public async Task<CreateBucketResponse> Handle(CreateBucketRequest request, CancellationToken token)
    {
        BucketName.Check(request.Bucket);
        var constraint = request.Configuration?.LocationConstraint;
        if (constraint == Home)
            throw new AwsFault("InvalidLocationConstraint", 400, "The specified location-constraint is not valid") { Fields = [new("LocationConstraint", constraint)] };
        if ((constraint ?? Home) != account.Region)
            throw new AwsFault("IllegalLocationConstraintException", 400, $"The {constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.");
        if (!await buckets.AddAsync(request.Bucket, account.Region, token) && account.Region != Home)
            throw S3Faults.BucketAlreadyOwnedByYou(request.Bucket);

        // In us-east-1, and only there, creating one's own bucket again succeeds.
        return new CreateBucketResponse { Location = $"/{request.Bucket}" };
    }
}
