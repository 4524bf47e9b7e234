using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Listing;

internal sealed record ListObjectsV2Request
{
    public required string Bucket { get; init; }

    [Query("prefix")]
    public string? Prefix { get; init; }

    [Query("delimiter")]
    public string? Delimiter { get; init; }

    [Query("max-keys")]
    public string? MaxKeys { get; init; }

    [Query("continuation-token")]
    public string? ContinuationToken { get; init; }

    [Query("start-after")]
    public string? StartAfter { get; init; }

    [Query("encoding-type")]
    public string? EncodingType { get; init; }

    [Query("fetch-owner")]
    public bool? FetchOwner { get; init; }
}

[Named("ListBucketResult"), Namespace(S3Api.Namespace)]
internal sealed record ListObjectsV2Response
{
    public required string Name { get; init; }

    public required string? Prefix { get; init; }

    public string? Delimiter { get; init; }

    public string? StartAfter { get; init; }

    public string? ContinuationToken { get; init; }

    public string? NextContinuationToken { get; init; }

    public required int KeyCount { get; init; }

    public required int MaxKeys { get; init; }

    public string? EncodingType { get; init; }

    public required bool IsTruncated { get; init; }

    [Flat, Named("Contents")]
    public required IReadOnlyList<ListedObject> Contents { get; init; }

    [Flat, Named("CommonPrefixes")]
    public required IReadOnlyList<CommonPrefix> CommonPrefixes { get; init; }
}

internal sealed record ListedObject
{
    public required string Key { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    [Flat, Named("ChecksumAlgorithm")]
    public IReadOnlyList<string>? ChecksumAlgorithm { get; init; }

    public string? ChecksumType { get; init; }

    public required long Size { get; init; }

    public Owner? Owner { get; init; }

    public string StorageClass { get; init; } = "STANDARD";

    public static ListedObject Of(StoredVersion version, Func<string?, string?> encode, Owner? owner) => new()
    {
        Key = encode(version.Key)!,
        LastModified = version.ModifiedAt,
        ETag = version.QuotedETag,
        ChecksumAlgorithm = version.Checksum is { } checksum ? [checksum.Algorithm.Name] : null,
        ChecksumType = version.Checksum?.Type,
        Size = version.Size,
        Owner = owner,
    };
}

internal sealed record CommonPrefix
{
    public required string Prefix { get; init; }
}

[Http("GET", "/{Bucket}?list-type=2"), Actions("s3:ListBucket")]
internal sealed class ListObjectsV2(BucketTable buckets, ListingWalk walk, LocalAccount account) : IOperation<ListObjectsV2Request, ListObjectsV2Response>
{
    public async Task<ListObjectsV2Response> Handle(ListObjectsV2Request request, CancellationToken token)
    {
        var encode = ListingText.Encoder(request.EncodingType);
        var limit = ListingText.PageSize(request.MaxKeys, "maxKeys");
        if (request.ContinuationToken is "")
            throw S3Faults.InvalidArgument("The continuation token provided is incorrect", "continuation-token", "");
        await buckets.GetAsync(request.Bucket, token);

        var start = request.ContinuationToken is { } continuation ? ListingText.ReadToken(continuation)
            : request.StartAfter is { Length: > 0 } after ? ListingStart.After(after)
            : ListingStart.Beginning;
        var page = await ListingPage.ReadAsync(walk, new ListingQuery(request.Bucket, request.Prefix ?? "", Delimiter(request.Delimiter), start, limit, AllVersions: false), token);
        return new ListObjectsV2Response
        {
            Name = request.Bucket,
            Prefix = encode(request.Prefix ?? ""),
            Delimiter = encode(request.Delimiter),
            StartAfter = encode(request.StartAfter),
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Next is { } next ? ListingText.Token(next) : null,
            KeyCount = page.Rows.Count,
            MaxKeys = limit,
            EncodingType = request.EncodingType,
            IsTruncated = page.Next is not null,
            Contents = [.. page.Versions.Select(version => ListedObject.Of(version, encode, request.FetchOwner == true ? Owner.Of(account) : null))],
            CommonPrefixes = page.Prefixes(encode),
        };
    }

    private static string? Delimiter(string? delimiter) => delimiter is { Length: > 0 } ? delimiter : null;
}
