using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record PutObjectRequest : ObjectWriteRequest, INamesActions
{
    [Header("Content-MD5")]
    public string? ContentMD5 { get; init; }

    [Header("x-amz-checksum-")]
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    [Header("x-amz-sdk-checksum-algorithm")]
    public string? ChecksumAlgorithm { get; init; }

    [Header("x-amz-trailer")]
    public string? Trailer { get; init; }

    [Header("If-Match")]
    public string? IfMatch { get; init; }

    [Header("If-None-Match")]
    public string? IfNoneMatch { get; init; }

    [Payload]
    public required RequestBody Body { get; init; }

    public IEnumerable<string> Actions() => Tagging is null ? ["s3:PutObject"] : ["s3:PutObject", "s3:PutObjectTagging"];
}

internal sealed record PutObjectResponse
{
    [Header("ETag")]
    public required string ETag { get; init; }

    [Header("x-amz-checksum-")]
    public required IReadOnlyDictionary<string, string> Checksums { get; init; }

    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";
}

[Http("PUT", "/{Bucket}/{Key+}")]
internal sealed class PutObject(BucketTable buckets, VersionTable versions, BlobStore blobs) : IOperation<PutObjectRequest, PutObjectResponse>
{
    private const long LargestBytes = 5L * 1024 * 1024 * 1024;

    public async Task<PutObjectResponse> Handle(PutObjectRequest request, CancellationToken token)
    {
        var attributes = request.ReadAttributes();
        var tags = ObjectTags.Parse(request.Tagging);
        var declared = DeclaredDigests.Read(request.ContentMD5, request.Checksums, request.ChecksumAlgorithm, request.Trailer);
        if (request.Body.Length is not { } length)
            throw new AwsFault("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
        if (length > LargestBytes)
            throw S3Faults.EntityTooLarge(length);

        // Refused before the body is asked for, so that a client that expects 100-continue sends nothing in vain.
        await buckets.GetAsync(request.Bucket, token);
        if (request.IfMatch is not null || request.IfNoneMatch is not null)
            Check(request, await versions.FindAsync(request.Bucket, request.Key, null, token) is { IsDeleteMarker: false } current ? current : null);

        await using var blob = blobs.Write();
        var digests = await blob.TakeAsync(request.Body, declared, token);
        var checksum = new StoredChecksum(digests.Algorithm, digests.Checksum, StoredChecksum.FullObject);
        var version = new StoredVersion
        {
            Key = request.Key,
            VersionId = "",
            ModifiedAt = default,
            Size = digests.Size,
            ETag = digests.Md5,
            Blobs = new BlobSequence([blob.Id], [digests.Size]),
            Attributes = attributes,
            Tags = tags,
            Checksum = checksum,
        };
        var written = await blob.NamedByAsync(() => versions.PutAsync(request.Bucket, version, current => Check(request, current), null, token));
        return new PutObjectResponse { ETag = version.QuotedETag, Checksums = checksum.Headers, VersionId = written.VersionId };
    }

    private static void Check(PutObjectRequest request, StoredVersion? current) =>
        Preconditions.CheckWrite(request.Key, request.IfMatch, request.IfNoneMatch, current);
}
