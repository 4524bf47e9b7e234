using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Listing;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record ListMultipartUploadsRequest
{
    public required string Bucket { get; init; }

    [Query("prefix")]
    public string? Prefix { get; init; }

    [Query("delimiter")]
    public string? Delimiter { get; init; }

    [Query("max-uploads")]
    public string? MaxUploads { get; init; }

    [Query("key-marker")]
    public string? KeyMarker { get; init; }

    [Query("upload-id-marker")]
    public string? UploadIdMarker { get; init; }

    [Query("encoding-type")]
    public string? EncodingType { get; init; }
}

[Named("ListMultipartUploadsResult"), Namespace(S3Api.Namespace)]
internal sealed record ListMultipartUploadsResponse
{
    public required string Bucket { get; init; }

    public required string? KeyMarker { get; init; }

    public required string? UploadIdMarker { get; init; }

    public string? NextKeyMarker { get; init; }

    public string? NextUploadIdMarker { get; init; }

    public required string? Prefix { get; init; }

    public string? EncodingType { get; init; }

    public required int MaxUploads { get; init; }

    public required bool IsTruncated { get; init; }

    [Flat, Named("Upload")]
    public required IReadOnlyList<ListedUpload> Uploads { get; init; }
}

internal sealed record ListedUpload
{
    public required string Key { get; init; }

    public required string UploadId { get; init; }

    public required Owner Initiator { get; init; }

    public required Owner Owner { get; init; }

    public string StorageClass { get; init; } = "STANDARD";

    public required DateTimeOffset Initiated { get; init; }

    public string? ChecksumAlgorithm { get; init; }

    public string? ChecksumType { get; init; }
}

[Http("GET", "/{Bucket}?uploads"), Actions("s3:ListBucketMultipartUploads")]
internal sealed class ListMultipartUploads(BucketTable buckets, UploadTable uploads, LocalAccount account) : IOperation<ListMultipartUploadsRequest, ListMultipartUploadsResponse>
{
    // Sorts after every upload id, so that a key marker alone passes over all uploads of its key.
    private const string AfterAllIds = "~";

    public async Task<ListMultipartUploadsResponse> Handle(ListMultipartUploadsRequest request, CancellationToken token)
    {
        if (request.Delimiter is { Length: > 0 })
            throw S3Faults.NotImplemented("delimiter in ListMultipartUploads");
        var encode = ListingText.Encoder(request.EncodingType);
        var limit = ListingText.PageSize(request.MaxUploads, "max-uploads");
        await buckets.GetAsync(request.Bucket, token);
        var key = request.KeyMarker ?? "";
        var found = await uploads.ListAsync(request.Bucket, request.Prefix ?? "", key, key.Length == 0 ? "" : request.UploadIdMarker ?? AfterAllIds, limit + 1, token);
        var page = found.Take(limit).ToList();
        var truncated = found.Count > limit && limit > 0;
        return new ListMultipartUploadsResponse
        {
            Bucket = request.Bucket,
            KeyMarker = encode(key),
            UploadIdMarker = request.UploadIdMarker ?? "",
            NextKeyMarker = truncated ? encode(page[^1].Key) : null,
            NextUploadIdMarker = truncated ? page[^1].Id : null,
            Prefix = encode(request.Prefix ?? ""),
            EncodingType = request.EncodingType,
            MaxUploads = limit,
            IsTruncated = truncated,
            Uploads = [.. page.Select(upload => new ListedUpload
            {
                Key = encode(upload.Key)!,
                UploadId = upload.Id,
                Initiator = Owner.Of(account),
                Owner = Owner.Of(account),
                Initiated = upload.InitiatedAt,
                ChecksumAlgorithm = upload.ChecksumRequested ? upload.Algorithm.Name : null,
                ChecksumType = upload.ChecksumRequested ? upload.ChecksumType : null,
            })],
        };
    }
}
