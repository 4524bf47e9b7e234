using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record CreateMultipartUploadRequest : ObjectWriteRequest, INamesActions
{
    [Header("x-amz-checksum-algorithm")]
    public string? ChecksumAlgorithm { get; init; }

    [Header("x-amz-checksum-type"), OneOf("COMPOSITE", "FULL_OBJECT")]
    public string? ChecksumType { get; init; }

    public IEnumerable<string> Actions() => Tagging is null ? ["s3:PutObject"] : ["s3:PutObject", "s3:PutObjectTagging"];
}

[Named("InitiateMultipartUploadResult"), Namespace(S3Api.Namespace)]
internal sealed record CreateMultipartUploadResponse
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required string UploadId { get; init; }

    [Header("x-amz-checksum-algorithm")]
    public string? ChecksumAlgorithm { get; init; }

    [Header("x-amz-checksum-type")]
    public string? ChecksumType { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";
}

[Http("POST", "/{Bucket}/{Key+}?uploads")]
internal sealed class CreateMultipartUpload(BucketTable buckets, UploadTable uploads) : IOperation<CreateMultipartUploadRequest, CreateMultipartUploadResponse>
{
    public async Task<CreateMultipartUploadResponse> Handle(CreateMultipartUploadRequest request, CancellationToken token)
    {
        var attributes = request.ReadAttributes();
        var (algorithm, type) = Checksum(request);
        await buckets.GetAsync(request.Bucket, token);
        var upload = await uploads.AddAsync(
            new StoredUpload("", request.Bucket, request.Key, default, attributes, ObjectTags.Parse(request.Tagging), algorithm, type, request.ChecksumAlgorithm is not null), token);
        return new CreateMultipartUploadResponse
        {
            Bucket = request.Bucket,
            Key = request.Key,
            UploadId = upload.Id,
            ChecksumAlgorithm = upload.ChecksumRequested ? algorithm.Name : null,
            ChecksumType = upload.ChecksumRequested ? type : null,
        };
    }

    private static (ChecksumAlgorithm Algorithm, string Type) Checksum(CreateMultipartUploadRequest request)
    {
        if (request.ChecksumAlgorithm is null)
            return request.ChecksumType is null
                ? (Storage.ChecksumAlgorithm.Default, StoredChecksum.FullObject)
                : throw S3Faults.InvalidRequest("The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        var algorithm = Storage.ChecksumAlgorithm.Named(request.ChecksumAlgorithm)
            ?? throw S3Faults.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        var type = request.ChecksumType ?? (algorithm.Name == "CRC64NVME" ? StoredChecksum.FullObject : StoredChecksum.Composite);
        var possible = type == StoredChecksum.FullObject ? algorithm.Crc is not null : algorithm.Name != "CRC64NVME";
        return possible
            ? (algorithm, type)
            : throw S3Faults.InvalidRequest($"The {type} checksum type cannot be used with the {algorithm.Suffix} checksum algorithm.");
    }
}
