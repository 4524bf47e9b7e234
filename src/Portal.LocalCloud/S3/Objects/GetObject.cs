using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>What reading an object and asking for its head have in common.</summary>
internal abstract record ObjectReadRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("versionId")]
    public string? VersionId { get; init; }

    [Query("partNumber"), Between(1, 10000)]
    public int? PartNumber { get; init; }

    [Header("Range")]
    public string? Range { get; init; }

    [Header("If-Match")]
    public string? IfMatch { get; init; }

    [Header("If-None-Match")]
    public string? IfNoneMatch { get; init; }

    [Header("If-Modified-Since")]
    public string? IfModifiedSince { get; init; }

    [Header("If-Unmodified-Since")]
    public string? IfUnmodifiedSince { get; init; }

    [Header("x-amz-checksum-mode")]
    public string? ChecksumMode { get; init; }

    [Query("response-content-type")]
    public string? ResponseContentType { get; init; }

    [Query("response-content-language")]
    public string? ResponseContentLanguage { get; init; }

    [Query("response-expires")]
    public string? ResponseExpires { get; init; }

    [Query("response-cache-control")]
    public string? ResponseCacheControl { get; init; }

    [Query("response-content-disposition")]
    public string? ResponseContentDisposition { get; init; }

    [Query("response-content-encoding")]
    public string? ResponseContentEncoding { get; init; }

    public IEnumerable<string> Actions() => VersionId is null ? ["s3:GetObject"] : ["s3:GetObjectVersion"];
}

internal sealed record GetObjectRequest : ObjectReadRequest;

internal sealed record GetObjectResponse
{
    [Status]
    public int? Status { get; init; }

    [Header("Accept-Ranges")]
    public string AcceptRanges { get; init; } = "bytes";

    [Header("Content-Range")]
    public string? ContentRange { get; init; }

    [Header("Content-Type")]
    public string? ContentType { get; init; }

    [Header("Cache-Control")]
    public string? CacheControl { get; init; }

    [Header("Content-Disposition")]
    public string? ContentDisposition { get; init; }

    [Header("Content-Encoding")]
    public string? ContentEncoding { get; init; }

    [Header("Content-Language")]
    public string? ContentLanguage { get; init; }

    [Header("Expires")]
    public string? Expires { get; init; }

    [Header("ETag")]
    public required string ETag { get; init; }

    [Header("Last-Modified")]
    public required DateTimeOffset LastModified { get; init; }

    [Header("x-amz-meta-")]
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }

    [Header("x-amz-tagging-count")]
    public int? TagCount { get; init; }

    [Header("x-amz-mp-parts-count")]
    public int? PartsCount { get; init; }

    [Header("x-amz-checksum-")]
    public IReadOnlyDictionary<string, string>? Checksums { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";

    [Payload]
    public required ResponseBody Body { get; init; }
}

[Http("GET", "/{Bucket}/{Key+}")]
internal sealed class GetObject(ObjectShelf shelf, BlobStore blobs) : IOperation<GetObjectRequest, GetObjectResponse>
{
    public async Task<GetObjectResponse> Handle(GetObjectRequest request, CancellationToken token)
    {
        var held = await shelf.HoldAsync(request.Bucket, request.Key, request.VersionId, token);
        try
        {
            return ObjectReading.Respond(request, held.Version, (offset, length) => held.Version.Blobs.Body(blobs, held.Lease, offset, length));
        }
        catch
        {
            held.Lease.Dispose();
            throw;
        }
    }
}
