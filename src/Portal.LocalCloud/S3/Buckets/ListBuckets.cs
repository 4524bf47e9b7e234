using System.Text;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Buckets;

internal sealed record ListBucketsRequest
{
    [Query("max-buckets"), Between(1, 10000)]
    public int? MaxBuckets { get; init; }

    [Query("continuation-token")]
    public string? ContinuationToken { get; init; }

    [Query("prefix")]
    public string? Prefix { get; init; }

    [Query("bucket-region")]
    public string? BucketRegion { get; init; }
}

[Named("ListAllMyBucketsResult"), Namespace(S3Api.Namespace)]
internal sealed record ListBucketsResponse
{
    public required Owner Owner { get; init; }

    [Item("Bucket")]
    public required IReadOnlyList<Bucket> Buckets { get; init; }

    public string? ContinuationToken { get; init; }

    public string? Prefix { get; init; }
}

internal sealed record Bucket
{
    public required string Name { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public string? BucketRegion { get; init; }
}

/// <summary>Who owns buckets and objects, as S3 shows it.</summary>
internal sealed record Owner
{
    public required string ID { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>The canonical id of the account: 64 hex digits.</summary>
    public static Owner Of(LocalAccount account) => new() { ID = Pipeline.Signatures.SigningKey.Hash("canonical user of " + account.Id), DisplayName = "local" };
}

[Http("GET", "/"), Actions("s3:ListAllMyBuckets")]
internal sealed class ListBuckets(BucketTable buckets, LocalAccount account) : IOperation<ListBucketsRequest, ListBucketsResponse>
{
    public async Task<ListBucketsResponse> Handle(ListBucketsRequest request, CancellationToken token)
    {
        var limit = request.MaxBuckets ?? 10000;
        var found = request.BucketRegion is { } region && region != account.Region
            ? []
            : await buckets.ListAsync(request.Prefix ?? "", After(request.ContinuationToken), limit + 1, token);
        return new ListBucketsResponse
        {
            Owner = Owner.Of(account),
            Buckets = [.. found.Take(limit).Select(bucket => new Bucket { Name = bucket.Name, CreationDate = bucket.CreatedAt, BucketRegion = bucket.Region })],
            ContinuationToken = found.Count > limit ? Convert.ToBase64String(Encoding.UTF8.GetBytes(found[limit - 1].Name)) : null,
            Prefix = request.Prefix,
        };
    }

    private static string After(string? continuation)
    {
        try
        {
            return continuation is null ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(continuation));
        }
        catch (FormatException)
        {
            throw S3Faults.InvalidArgument("The continuation token provided is incorrect", "continuation-token", continuation!);
        }
    }
}
