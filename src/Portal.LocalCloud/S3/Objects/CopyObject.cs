using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record CopyObjectRequest : ObjectWriteRequest, INamesActions
{
    [Header("x-amz-copy-source")]
    public required string CopySource { get; init; }

    [Header("x-amz-metadata-directive"), OneOf("COPY", "REPLACE")]
    public string? MetadataDirective { get; init; }

    [Header("x-amz-tagging-directive"), OneOf("COPY", "REPLACE")]
    public string? TaggingDirective { get; init; }

    [Header("x-amz-checksum-algorithm"), OneOf("CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256")]
    public string? ChecksumAlgorithm { get; init; }

    [Header("x-amz-copy-source-if-match")]
    public string? CopySourceIfMatch { get; init; }

    [Header("x-amz-copy-source-if-none-match")]
    public string? CopySourceIfNoneMatch { get; init; }

    [Header("x-amz-copy-source-if-modified-since")]
    public string? CopySourceIfModifiedSince { get; init; }

    [Header("x-amz-copy-source-if-unmodified-since")]
    public string? CopySourceIfUnmodifiedSince { get; init; }

    [Header("If-Match")]
    public string? IfMatch { get; init; }

    [Header("If-None-Match")]
    public string? IfNoneMatch { get; init; }

    public Preconditions SourceConditions => new(CopySourceIfMatch, CopySourceIfNoneMatch, CopySourceIfModifiedSince, CopySourceIfUnmodifiedSince);

    public IEnumerable<string> Actions() => [Objects.CopySource.Parse(CopySource).ReadAction, "s3:PutObject"];
}

[Named("CopyObjectResult"), Namespace(S3Api.Namespace)]
internal sealed record CopyObjectResponse
{
    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    public string? ChecksumType { get; init; }

    public string? ChecksumCRC32 { get; init; }

    public string? ChecksumCRC32C { get; init; }

    public string? ChecksumCRC64NVME { get; init; }

    public string? ChecksumSHA1 { get; init; }

    public string? ChecksumSHA256 { get; init; }

    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }

    [Header("x-amz-copy-source-version-id")]
    public string? CopySourceVersionId { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";
}

[Http("PUT", "/{Bucket}/{Key+}", RequiredHeader = "x-amz-copy-source")]
internal sealed class CopyObject(ObjectShelf shelf, BucketTable buckets, VersionTable versions, BlobStore blobs) : IOperation<CopyObjectRequest, CopyObjectResponse>
{
    private const long LargestBytes = 5L * 1024 * 1024 * 1024;

    public async Task<CopyObjectResponse> Handle(CopyObjectRequest request, CancellationToken token)
    {
        var attributes = request.ReadAttributes();
        var source = CopySource.Parse(request.CopySource);
        var replaces = request.MetadataDirective == "REPLACE";
        if (source is { VersionId: null } && source.Bucket == request.Bucket && source.Key == request.Key && !replaces && request.TaggingDirective != "REPLACE")
            throw S3Faults.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        await buckets.GetAsync(request.Bucket, token);
        var (from, lease) = await shelf.HoldAsync(source.Bucket, source.Key, source.VersionId, token);
        using (lease)
        {
            request.SourceConditions.Check(from, copySource: true);
            if (from.Size > LargestBytes)
                throw S3Faults.InvalidRequest("The specified copy source is larger than the maximum allowable size for a copy source: 5368709120");
            await using var blob = blobs.Write();
            var algorithm = ChecksumAlgorithm.Named(request.ChecksumAlgorithm) ?? from.Checksum?.Algorithm;
            var digests = await BlobCopy.TakeAsync(blobs, from.Blobs, new ByteRange(0, from.Size), blob, algorithm, token);
            var version = new StoredVersion
            {
                Key = request.Key,
                VersionId = "",
                ModifiedAt = default,
                Size = digests.Size,
                ETag = digests.Md5,
                Blobs = new BlobSequence([blob.Id], [digests.Size]),
                Attributes = replaces ? attributes : from.Attributes,
                Tags = request.TaggingDirective == "REPLACE" ? ObjectTags.Parse(request.Tagging) : from.Tags,
                Checksum = new StoredChecksum(digests.Algorithm, digests.Checksum, StoredChecksum.FullObject),
            };
            var written = await blob.NamedByAsync(() => versions.PutAsync(
                request.Bucket, version, current => Preconditions.CheckWrite(request.Key, request.IfMatch, request.IfNoneMatch, current), null, token));
            return Respond(version, written, from);
        }
    }

    private static CopyObjectResponse Respond(StoredVersion version, WrittenVersion written, StoredVersion from)
    {
        var checksum = version.Checksum!;
        return new CopyObjectResponse
        {
            LastModified = written.ModifiedAt,
            ETag = version.QuotedETag,
            VersionId = written.VersionId,
            CopySourceVersionId = from.VersionId == StoredVersion.Null ? null : from.VersionId,
            ChecksumType = checksum.Type,
            ChecksumCRC32 = checksum.For("CRC32"),
            ChecksumCRC32C = checksum.For("CRC32C"),
            ChecksumCRC64NVME = checksum.For("CRC64NVME"),
            ChecksumSHA1 = checksum.For("SHA1"),
            ChecksumSHA256 = checksum.For("SHA256"),
        };
    }
}
