using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Listing;

internal sealed record ListObjectVersionsRequest
{
    public required string Bucket { get; init; }

    [Query("prefix")]
    public string? Prefix { get; init; }

    [Query("delimiter")]
    public string? Delimiter { get; init; }

    [Query("max-keys")]
    public string? MaxKeys { get; init; }

    [Query("key-marker")]
    public string? KeyMarker { get; init; }

    [Query("version-id-marker")]
    public string? VersionIdMarker { get; init; }

    [Query("encoding-type")]
    public string? EncodingType { get; init; }
}

[Named("ListVersionsResult"), Namespace(S3Api.Namespace)]
internal sealed record ListObjectVersionsResponse
{
    public required string Name { get; init; }

    public required string? Prefix { get; init; }

    public required string? KeyMarker { get; init; }

    public required string? VersionIdMarker { get; init; }

    public string? NextKeyMarker { get; init; }

    public string? NextVersionIdMarker { get; init; }

    public required int MaxKeys { get; init; }

    public string? Delimiter { get; init; }

    public string? EncodingType { get; init; }

    public required bool IsTruncated { get; init; }

    /// <summary>Versions and delete markers among each other, in the order of the listing.</summary>
    [Mixed]
    public required IReadOnlyList<object> Versions { get; init; }

    [Flat, Named("CommonPrefixes")]
    public required IReadOnlyList<CommonPrefix> CommonPrefixes { get; init; }
}

[Named("Version")]
internal sealed record ListedVersion
{
    public required string Key { get; init; }

    public required string VersionId { get; init; }

    public required bool IsLatest { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    [Flat, Named("ChecksumAlgorithm")]
    public IReadOnlyList<string>? ChecksumAlgorithm { get; init; }

    public string? ChecksumType { get; init; }

    public required long Size { get; init; }

    public required Owner Owner { get; init; }

    public string StorageClass { get; init; } = "STANDARD";
}

[Named("DeleteMarker")]
internal sealed record ListedDeleteMarker
{
    public required string Key { get; init; }

    public required string VersionId { get; init; }

    public required bool IsLatest { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public required Owner Owner { get; init; }
}

[Http("GET", "/{Bucket}?versions"), Actions("s3:ListBucketVersions")]
internal sealed class ListObjectVersions(BucketTable buckets, VersionTable versions, ListingWalk walk, LocalAccount account)
    : IOperation<ListObjectVersionsRequest, ListObjectVersionsResponse>
{
    public async Task<ListObjectVersionsResponse> Handle(ListObjectVersionsRequest request, CancellationToken token)
    {
        var encode = ListingText.Encoder(request.EncodingType);
        var limit = ListingText.PageSize(request.MaxKeys, "maxKeys");
        await buckets.GetAsync(request.Bucket, token);
        var delimiter = request.Delimiter is { Length: > 0 } ? request.Delimiter : null;
        var start = await StartAsync(request, delimiter, token);
        var page = await ListingPage.ReadAsync(walk, new ListingQuery(request.Bucket, request.Prefix ?? "", delimiter, start, limit, AllVersions: true), token);
        var owner = Owner.Of(account);
        return new ListObjectVersionsResponse
        {
            Name = request.Bucket,
            Prefix = encode(request.Prefix ?? ""),
            KeyMarker = encode(request.KeyMarker ?? ""),
            VersionIdMarker = request.VersionIdMarker ?? "",
            NextKeyMarker = page.Next is null ? null : encode(page.Rows[^1].CommonPrefix ?? page.Rows[^1].Version!.Key),
            NextVersionIdMarker = page.Next is null ? null : page.Rows[^1].Version?.VersionId,
            MaxKeys = limit,
            Delimiter = encode(request.Delimiter),
            EncodingType = request.EncodingType,
            IsTruncated = page.Next is not null,
            Versions = [.. page.Versions.Select(version => Listed(version, encode, owner))],
            CommonPrefixes = page.Prefixes(encode),
        };
    }

    private static object Listed(StoredVersion version, Func<string?, string?> encode, Owner owner) => version.IsDeleteMarker
        ? new ListedDeleteMarker
        {
            Key = encode(version.Key)!,
            VersionId = version.VersionId,
            IsLatest = version.IsLatest,
            LastModified = version.ModifiedAt,
            Owner = owner,
        }
        : new ListedVersion
        {
            Key = encode(version.Key)!,
            VersionId = version.VersionId,
            IsLatest = version.IsLatest,
            LastModified = version.ModifiedAt,
            ETag = version.QuotedETag,
            ChecksumAlgorithm = version.Checksum is { } checksum ? [checksum.Algorithm.Name] : null,
            ChecksumType = version.Checksum?.Type,
            Size = version.Size,
            Owner = owner,
        };

    private async Task<ListingStart> StartAsync(ListObjectVersionsRequest request, string? delimiter, CancellationToken token)
    {
        if (request.VersionIdMarker is not { Length: > 0 } versionId)
            return KeyMarker.Start(request.KeyMarker, request.Prefix ?? "", delimiter);
        if (request.KeyMarker is not { Length: > 0 } key)
            throw S3Faults.InvalidArgument("A version-id marker cannot be specified without a key marker.", "version-id-marker", versionId);
        var version = await versions.FindAsync(request.Bucket, key, versionId, token)
            ?? throw S3Faults.InvalidArgument("Invalid version id specified", "version-id-marker", versionId);
        return new ListingStart(key, version.Rank);
    }
}
