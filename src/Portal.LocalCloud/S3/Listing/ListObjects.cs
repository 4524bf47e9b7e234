using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Listing;

internal sealed record ListObjectsRequest
{
    public required string Bucket { get; init; }

    [Query("prefix")]
    public string? Prefix { get; init; }

    [Query("delimiter")]
    public string? Delimiter { get; init; }

    [Query("max-keys")]
    public string? MaxKeys { get; init; }

    [Query("marker")]
    public string? Marker { get; init; }

    [Query("encoding-type")]
    public string? EncodingType { get; init; }
}

[Named("ListBucketResult"), Namespace(S3Api.Namespace)]
internal sealed record ListObjectsResponse
{
    public required string Name { get; init; }

    public required string? Prefix { get; init; }

    public required string? Marker { get; init; }

    public string? NextMarker { get; init; }

    public required int MaxKeys { get; init; }

    public string? Delimiter { get; init; }

    public string? EncodingType { get; init; }

    public required bool IsTruncated { get; init; }

    [Flat, Named("Contents")]
    public required IReadOnlyList<ListedObject> Contents { get; init; }

    [Flat, Named("CommonPrefixes")]
    public required IReadOnlyList<CommonPrefix> CommonPrefixes { get; init; }
}

[Http("GET", "/{Bucket}"), Actions("s3:ListBucket")]
internal sealed class ListObjects(BucketTable buckets, ListingWalk walk, LocalAccount account) : IOperation<ListObjectsRequest, ListObjectsResponse>
{
    public async Task<ListObjectsResponse> Handle(ListObjectsRequest request, CancellationToken token)
    {
        var encode = ListingText.Encoder(request.EncodingType);
        var limit = ListingText.PageSize(request.MaxKeys, "maxKeys");
        await buckets.GetAsync(request.Bucket, token);
        var delimiter = request.Delimiter is { Length: > 0 } ? request.Delimiter : null;
        var query = new ListingQuery(request.Bucket, request.Prefix ?? "", delimiter, KeyMarker.Start(request.Marker, request.Prefix ?? "", delimiter), limit, AllVersions: false);
        var page = await ListingPage.ReadAsync(walk, query, token);
        return new ListObjectsResponse
        {
            Name = request.Bucket,
            Prefix = encode(request.Prefix ?? ""),
            Marker = encode(request.Marker ?? ""),

            // Without a delimiter the last key is the marker, and S3 leaves it to the caller to see that.
            NextMarker = page.Next is null || delimiter is null ? null : encode(page.Rows[^1].CommonPrefix ?? page.Rows[^1].Version!.Key),
            MaxKeys = limit,
            Delimiter = encode(request.Delimiter),
            EncodingType = request.EncodingType,
            IsTruncated = page.Next is not null,
            Contents = [.. page.Versions.Select(version => ListedObject.Of(version, encode, Owner.Of(account)))],
            CommonPrefixes = page.Prefixes(encode),
        };
    }
}

/// <summary>Markers of the older listings, which may be a key or a common prefix.</summary>
internal static class KeyMarker
{
    /// <summary>After a marker that is a common prefix of this listing, everything below it has been listed.</summary>
    public static ListingStart Start(string? marker, string prefix, string? delimiter)
    {
        if (string.IsNullOrEmpty(marker))
            return ListingStart.Beginning;
        if (delimiter is not null && marker.StartsWith(prefix, StringComparison.Ordinal)
            && marker.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at && at >= 0 && at + delimiter.Length == marker.Length
            && ObjectKey.After(marker) is { } next)
            return ListingStart.At(next);
        return ListingStart.After(marker);
    }
}
