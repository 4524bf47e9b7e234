using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record DeleteObjectsRequest : INamesActions
{
    public required string Bucket { get; init; }

    [Payload]
    public required Delete Delete { get; init; }

    public IEnumerable<string> Actions() =>
        (Delete?.Objects ?? []).Select(item => item.VersionId is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion").Append("s3:DeleteObject").Distinct().Reverse();
}

internal sealed record Delete
{
    [Flat, Item("Object")]
    public IReadOnlyList<ObjectIdentifier>? Objects { get; init; }

    public bool? Quiet { get; init; }
}

internal sealed record ObjectIdentifier
{
    public string? Key { get; init; }

    public string? VersionId { get; init; }
}

[Named("DeleteResult"), Namespace(S3Api.Namespace)]
internal sealed record DeleteObjectsResponse
{
    [Flat, Named("Deleted")]
    public required IReadOnlyList<DeletedObject> Deleted { get; init; }

    [Flat, Named("Error")]
    public required IReadOnlyList<DeleteError> Errors { get; init; }
}

internal sealed record DeletedObject
{
    public required string Key { get; init; }

    public string? VersionId { get; init; }

    public bool? DeleteMarker { get; init; }

    public string? DeleteMarkerVersionId { get; init; }
}

internal sealed record DeleteError
{
    public required string Key { get; init; }

    public string? VersionId { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }
}

[Http("POST", "/{Bucket}?delete")]
internal sealed class DeleteObjects(VersionTable versions, Buckets.BucketTable buckets, FaultBench bench) : IOperation<DeleteObjectsRequest, DeleteObjectsResponse>
{
    public async Task<DeleteObjectsResponse> Handle(DeleteObjectsRequest request, CancellationToken token)
    {
        var objects = request.Delete.Objects ?? [];
        if (objects.Count is 0 or > 1000)
            throw S3Faults.MalformedXml();
        await buckets.GetAsync(request.Bucket, token);
        var deleted = new List<DeletedObject>();
        var errors = new List<DeleteError>();
        foreach (var item in objects)
        {
            try
            {
                deleted.Add(await DeleteAsync(request.Bucket, item, token));
            }
            catch (AwsFault fault)
            {
                errors.Add(new DeleteError { Key = item.Key ?? "", VersionId = item.VersionId, Code = fault.Code, Message = fault.Message });
            }
        }

        return new DeleteObjectsResponse { Deleted = request.Delete.Quiet == true ? [] : deleted, Errors = errors };
    }

    private async Task<DeletedObject> DeleteAsync(string bucket, ObjectIdentifier item, CancellationToken token)
    {
        var key = item.Key is { Length: > 0 } given ? given : throw S3Faults.MalformedXml();
        ObjectKey.Check(key);
        if (bench.Strikes(FaultKind.RefuseKey, key))
            throw S3Faults.AccessDenied();
        if (item.VersionId is { } versionId)
        {
            var gone = await versions.DeleteAsync(bucket, key, versionId, token);
            return new DeletedObject
            {
                Key = key,
                VersionId = versionId,
                DeleteMarker = gone.IsDeleteMarker ? true : null,
                DeleteMarkerVersionId = gone.IsDeleteMarker ? versionId : null,
            };
        }

        var removed = await versions.DeleteAsync(bucket, key, token);
        return new DeletedObject { Key = key, DeleteMarker = removed.IsDeleteMarker ? true : null, DeleteMarkerVersionId = removed.IsDeleteMarker ? removed.VersionId : null };
    }
}
