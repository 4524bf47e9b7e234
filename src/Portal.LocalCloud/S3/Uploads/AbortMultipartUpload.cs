using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record AbortMultipartUploadRequest
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("uploadId")]
    public required string UploadId { get; init; }
}

internal sealed record AbortMultipartUploadResponse;

[Http("DELETE", "/{Bucket}/{Key+}?uploadId", Status = 204)]
internal sealed class AbortMultipartUpload(UploadTable uploads) : IOperation<AbortMultipartUploadRequest, AbortMultipartUploadResponse>
{
    public async Task<AbortMultipartUploadResponse> Handle(AbortMultipartUploadRequest request, CancellationToken token)
    {
        await uploads.AbortAsync(request.Bucket, request.Key, request.UploadId, token);
        return new AbortMultipartUploadResponse();
    }
}
