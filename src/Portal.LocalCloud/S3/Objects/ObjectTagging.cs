using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

internal sealed record GetObjectTaggingRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("versionId")]
    public string? VersionId { get; init; }

    public IEnumerable<string> Actions() => [VersionId is null ? "s3:GetObjectTagging" : "s3:GetObjectVersionTagging"];
}

[Named("Tagging"), Namespace(S3Api.Namespace)]
internal sealed record GetObjectTaggingResponse
{
    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }

    [Item("Tag")]
    public required IReadOnlyList<Tag> TagSet { get; init; }
}

[Http("GET", "/{Bucket}/{Key+}?tagging")]
internal sealed class GetObjectTagging(ObjectShelf shelf) : IOperation<GetObjectTaggingRequest, GetObjectTaggingResponse>
{
    public async Task<GetObjectTaggingResponse> Handle(GetObjectTaggingRequest request, CancellationToken token)
    {
        var version = await shelf.FindAsync(request.Bucket, request.Key, request.VersionId, token);
        return new GetObjectTaggingResponse
        {
            VersionId = version.VersionId == StoredVersion.Null ? null : version.VersionId,
            TagSet = [.. version.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };
    }
}

internal sealed record PutObjectTaggingRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("versionId")]
    public string? VersionId { get; init; }

    [Payload]
    public required Tagging Tagging { get; init; }

    public IEnumerable<string> Actions() => [VersionId is null ? "s3:PutObjectTagging" : "s3:PutObjectVersionTagging"];
}

internal sealed record ChangeObjectTaggingResponse
{
    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }
}

[Http("PUT", "/{Bucket}/{Key+}?tagging")]
internal sealed class PutObjectTagging(ObjectShelf shelf, VersionTable versions) : IOperation<PutObjectTaggingRequest, ChangeObjectTaggingResponse>
{
    public async Task<ChangeObjectTaggingResponse> Handle(PutObjectTaggingRequest request, CancellationToken token)
    {
        var tags = ObjectTags.Parse(request.Tagging);
        var version = await shelf.FindAsync(request.Bucket, request.Key, request.VersionId, token);
        if (!await versions.SetTagsAsync(request.Bucket, version, tags, token))
            throw S3Faults.NoSuchKey(request.Key);
        return new ChangeObjectTaggingResponse { VersionId = version.VersionId == StoredVersion.Null ? null : version.VersionId };
    }
}

internal sealed record DeleteObjectTaggingRequest : INamesActions
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("versionId")]
    public string? VersionId { get; init; }

    public IEnumerable<string> Actions() => [VersionId is null ? "s3:DeleteObjectTagging" : "s3:DeleteObjectVersionTagging"];
}

[Http("DELETE", "/{Bucket}/{Key+}?tagging", Status = 204)]
internal sealed class DeleteObjectTagging(ObjectShelf shelf, VersionTable versions) : IOperation<DeleteObjectTaggingRequest, ChangeObjectTaggingResponse>
{
    public async Task<ChangeObjectTaggingResponse> Handle(DeleteObjectTaggingRequest request, CancellationToken token)
    {
        var version = await shelf.FindAsync(request.Bucket, request.Key, request.VersionId, token);
        if (!await versions.SetTagsAsync(request.Bucket, version, new Dictionary<string, string>(), token))
            throw S3Faults.NoSuchKey(request.Key);
        return new ChangeObjectTaggingResponse { VersionId = version.VersionId == StoredVersion.Null ? null : version.VersionId };
    }
}
