using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Listing;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record ListPartsRequest
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("uploadId")]
    public required string UploadId { get; init; }

    [Query("max-parts")]
    public string? MaxParts { get; init; }

    [Query("part-number-marker")]
    public int? PartNumberMarker { get; init; }
}

[Named("ListPartsResult"), Namespace(S3Api.Namespace)]
internal sealed record ListPartsResponse
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required string UploadId { get; init; }

    public required Owner Initiator { get; init; }

    public required Owner Owner { get; init; }

    public string StorageClass { get; init; } = "STANDARD";

    public required int PartNumberMarker { get; init; }

    public required int NextPartNumberMarker { get; init; }

    public required int MaxParts { get; init; }

    public required bool IsTruncated { get; init; }

    public string? ChecksumAlgorithm { get; init; }

    public string? ChecksumType { get; init; }

    [Flat, Named("Part")]
    public required IReadOnlyList<ListedPart> Parts { get; init; }
}

internal sealed record ListedPart
{
    public required int PartNumber { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    public required long Size { get; init; }

    public string? ChecksumCRC32 { get; init; }

    public string? ChecksumCRC32C { get; init; }

    public string? ChecksumCRC64NVME { get; init; }

    public string? ChecksumSHA1 { get; init; }

    public string? ChecksumSHA256 { get; init; }

    public static ListedPart Of(StoredPart part, string? algorithm) => new()
    {
        PartNumber = part.Number,
        LastModified = part.ModifiedAt,
        ETag = $"\"{part.ETag}\"",
        Size = part.Size,
        ChecksumCRC32 = algorithm == "CRC32" ? part.Checksum : null,
        ChecksumCRC32C = algorithm == "CRC32C" ? part.Checksum : null,
        ChecksumCRC64NVME = algorithm == "CRC64NVME" ? part.Checksum : null,
        ChecksumSHA1 = algorithm == "SHA1" ? part.Checksum : null,
        ChecksumSHA256 = algorithm == "SHA256" ? part.Checksum : null,
    };
}

[Http("GET", "/{Bucket}/{Key+}?uploadId"), Actions("s3:ListMultipartUploadParts")]
internal sealed class ListParts(UploadTable uploads, LocalAccount account) : IOperation<ListPartsRequest, ListPartsResponse>
{
    public async Task<ListPartsResponse> Handle(ListPartsRequest request, CancellationToken token)
    {
        var limit = ListingText.PageSize(request.MaxParts, "max-parts");
        var upload = await uploads.GetAsync(request.Bucket, request.Key, request.UploadId, token);
        var parts = await uploads.PartsAsync(upload.Id, request.PartNumberMarker ?? 0, limit + 1, token);
        var page = parts.Take(limit).ToList();
        var algorithm = upload.ChecksumRequested ? upload.Algorithm.Name : null;
        return new ListPartsResponse
        {
            Bucket = request.Bucket,
            Key = request.Key,
            UploadId = upload.Id,
            Initiator = Owner.Of(account),
            Owner = Owner.Of(account),
            PartNumberMarker = request.PartNumberMarker ?? 0,
            NextPartNumberMarker = page.Count == 0 ? 0 : page[^1].Number,
            MaxParts = limit,
            IsTruncated = parts.Count > limit && limit > 0,
            ChecksumAlgorithm = algorithm,
            ChecksumType = algorithm is null ? null : upload.ChecksumType,
            Parts = [.. page.Select(part => ListedPart.Of(part, algorithm))],
        };
    }
}
