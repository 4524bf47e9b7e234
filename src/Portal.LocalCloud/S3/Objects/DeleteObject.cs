using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record DeleteObjectRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("versionId")]
    public string? VersionId { get; init; }

    public IEnumerable<string> Actions() => [VersionId is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion"];
}

internal sealed record DeleteObjectResponse
{
    [Header("x-amz-delete-marker")]
    public bool? DeleteMarker { get; init; }

    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }
}

[Http("DELETE", "/{Bucket}/{Key+}", Status = 204)]
internal sealed class DeleteObject(VersionTable versions) : IOperation<DeleteObjectRequest, DeleteObjectResponse>
{
    public async Task<DeleteObjectResponse> Handle(DeleteObjectRequest request, CancellationToken token)
    {
        ObjectKey.Check(request.Key);
        var removed = request.VersionId is null
            ? await versions.DeleteAsync(request.Bucket, request.Key, token)
            : await versions.DeleteAsync(request.Bucket, request.Key, request.VersionId, token);
        return new DeleteObjectResponse { VersionId = removed.VersionId, DeleteMarker = removed.IsDeleteMarker ? true : null };
    }
}
