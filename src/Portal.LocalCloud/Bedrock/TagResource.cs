using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Bedrock;

internal sealed record TagResourceRequest
{
    [Named("resourceARN")]
    public required string ResourceArn { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }
}

internal sealed record TagResourceResponse;

[Http("POST", "/tagResource")]
internal sealed class TagResource(ProfileStore store) : BedrockOperation<TagResourceRequest, TagResourceResponse>
{
    public const int MaximumTags = 50;

    protected override async Task<TagResourceResponse> RunAsync(TagResourceRequest request, CancellationToken token)
    {
        var present = await store.TagsAsync(request.ResourceArn, token) ?? throw BedrockFaults.NoResource(request.ResourceArn);
        if (present.Keys.Union(request.Tags.Select(tag => tag.Key)).Count() > MaximumTags) throw BedrockFaults.TooManyTags();
        if (request.Tags.DistinctBy(tag => tag.Key).Count() < request.Tags.Count) throw BedrockFaults.Invalid("The tags must have different keys.");
        await store.TagAsync(request.ResourceArn, request.Tags.ToDictionary(tag => tag.Key, tag => tag.Value), token);
        return new();
    }
}

internal sealed record UntagResourceRequest
{
    [Named("resourceARN")]
    public required string ResourceArn { get; init; }

    public required IReadOnlyList<string> TagKeys { get; init; }
}

internal sealed record UntagResourceResponse;

[Http("POST", "/untagResource")]
internal sealed class UntagResource(ProfileStore store) : BedrockOperation<UntagResourceRequest, UntagResourceResponse>
{
    protected override async Task<UntagResourceResponse> RunAsync(UntagResourceRequest request, CancellationToken token)
    {
        if (await store.TagsAsync(request.ResourceArn, token) is null) throw BedrockFaults.NoResource(request.ResourceArn);
        await store.UntagAsync(request.ResourceArn, request.TagKeys, token);
        return new();
    }
}

internal sealed record ListTagsForResourceRequest
{
    [Named("resourceARN")]
    public required string ResourceArn { get; init; }
}

internal sealed record ListTagsForResourceResponse
{
    public required IReadOnlyList<Tag> Tags { get; init; }
}

[Http("POST", "/listTagsForResource")]
internal sealed class ListTagsForResource(ProfileStore store) : BedrockOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    protected override async Task<ListTagsForResourceResponse> RunAsync(ListTagsForResourceRequest request, CancellationToken token)
    {
        var tags = await store.TagsAsync(request.ResourceArn, token) ?? throw BedrockFaults.NoResource(request.ResourceArn);
        return new() { Tags = [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] };
    }
}
