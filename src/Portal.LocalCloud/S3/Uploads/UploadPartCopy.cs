using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record UploadPartCopyRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("uploadId")]
    public required string UploadId { get; init; }

    [Query("partNumber")]
    public required int PartNumber { get; init; }

    [Header("x-amz-copy-source")]
    public required string CopySource { get; init; }

    [Header("x-amz-copy-source-range")]
    public string? CopySourceRange { get; init; }

    [Header("x-amz-copy-source-if-match")]
    public string? CopySourceIfMatch { get; init; }

    [Header("x-amz-copy-source-if-none-match")]
    public string? CopySourceIfNoneMatch { get; init; }

    [Header("x-amz-copy-source-if-modified-since")]
    public string? CopySourceIfModifiedSince { get; init; }

    [Header("x-amz-copy-source-if-unmodified-since")]
    public string? CopySourceIfUnmodifiedSince { get; init; }

    public IEnumerable<string> Actions() => [Objects.CopySource.Parse(CopySource).ReadAction, "s3:PutObject"];
}

[Named("CopyPartResult"), Namespace(S3Api.Namespace)]
internal sealed record UploadPartCopyResponse
{
    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    [Header("x-amz-copy-source-version-id")]
    public string? CopySourceVersionId { get; init; }
}

[Http("PUT", "/{Bucket}/{Key+}?partNumber&uploadId", RequiredHeader = "x-amz-copy-source")]
internal sealed class UploadPartCopy(UploadTable uploads, ObjectShelf shelf, BlobStore blobs) : IOperation<UploadPartCopyRequest, UploadPartCopyResponse>
{
    public async Task<UploadPartCopyResponse> Handle(UploadPartCopyRequest request, CancellationToken token)
    {
        UploadPart.CheckNumber(request.PartNumber);
        var upload = await uploads.GetAsync(request.Bucket, request.Key, request.UploadId, token);
        var source = CopySource.Parse(request.CopySource);
        var (from, lease) = await shelf.HoldAsync(source.Bucket, source.Key, source.VersionId, token);
        using (lease)
        {
            new Preconditions(request.CopySourceIfMatch, request.CopySourceIfNoneMatch, request.CopySourceIfModifiedSince, request.CopySourceIfUnmodifiedSince).Check(from, copySource: true);
            var range = request.CopySourceRange is { } header ? ByteRange.ReadCopySource(header, from.Size) : new ByteRange(0, from.Size);
            await using var blob = blobs.Write();
            var digests = await BlobCopy.TakeAsync(blobs, from.Blobs, range, blob, upload.Algorithm, token);
            var part = await uploads.PutPartAsync(upload.Id, request.PartNumber, blob, digests, token);
            return new UploadPartCopyResponse
            {
                LastModified = part.ModifiedAt,
                ETag = $"\"{part.ETag}\"",
                CopySourceVersionId = from.VersionId == StoredVersion.Null ? null : from.VersionId,
            };
        }
    }
}
