using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record TagResourceRequest
{
    public required string ResourceArn { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}

internal sealed record TagResourceResponse;

[Http("POST", "/tags/{resourceArn}")]
internal sealed class TagResource(KnowledgeBaseStore store, AgentResources resources) : AgentOperation<TagResourceRequest, TagResourceResponse>
{
    public const int MaximumTags = 50;

    protected override async Task<TagResourceResponse> RunAsync(TagResourceRequest request, CancellationToken token)
    {
        var id = resources.IdOf(request.ResourceArn);
        var present = await store.TagsAsync(id, token) ?? throw AgentFaults.NoResource(request.ResourceArn);
        if (present.Keys.Union(request.Tags.Keys).Count() > MaximumTags) throw AgentFaults.Quota("The resource would have more than 50 tags.");
        await store.TagAsync(id, request.Tags, token);
        return new();
    }
}

internal sealed record UntagResourceRequest
{
    public required string ResourceArn { get; init; }

    [Query("tagKeys")]
    public required IReadOnlyList<string> TagKeys { get; init; }
}

internal sealed record UntagResourceResponse;

[Http("DELETE", "/tags/{resourceArn}")]
internal sealed class UntagResource(KnowledgeBaseStore store, AgentResources resources) : AgentOperation<UntagResourceRequest, UntagResourceResponse>
{
    protected override async Task<UntagResourceResponse> RunAsync(UntagResourceRequest request, CancellationToken token) =>
        await store.UntagAsync(resources.IdOf(request.ResourceArn), request.TagKeys, token) ? new() : throw AgentFaults.NoResource(request.ResourceArn);
}

internal sealed record ListTagsForResourceRequest
{
    public required string ResourceArn { get; init; }
}

internal sealed record ListTagsForResourceResponse
{
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}

[Http("GET", "/tags/{resourceArn}")]
internal sealed class ListTagsForResource(KnowledgeBaseStore store, AgentResources resources) : AgentOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    protected override async Task<ListTagsForResourceResponse> RunAsync(ListTagsForResourceRequest request, CancellationToken token) =>
        new() { Tags = await store.TagsAsync(resources.IdOf(request.ResourceArn), token) ?? throw AgentFaults.NoResource(request.ResourceArn) };
}
