using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record ListKnowledgeBasesRequest
{
    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }
}

internal sealed record ListKnowledgeBasesResponse
{
    public required IReadOnlyList<KnowledgeBaseSummary> KnowledgeBaseSummaries { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record KnowledgeBaseSummary(string KnowledgeBaseId, string Name, string? Description, string Status, DateTimeOffset UpdatedAt);

[Http("POST", "/knowledgebases/")]
internal sealed class ListKnowledgeBases(KnowledgeBaseStore store) : AgentOperation<ListKnowledgeBasesRequest, ListKnowledgeBasesResponse>
{
    private const int DefaultPage = 100;

    protected override async Task<ListKnowledgeBasesResponse> RunAsync(ListKnowledgeBasesRequest request, CancellationToken token)
    {
        var maximum = request.MaxResults ?? DefaultPage;
        var offset = PageToken.Offset("knowledge-bases", request.NextToken);
        var (page, next) = PageToken.Cut(await store.ListAsync(offset, maximum + 1, token), maximum, "knowledge-bases", offset);
        return new() { KnowledgeBaseSummaries = [.. page.Select(item => new KnowledgeBaseSummary(item.Id, item.Name, item.Description, item.Status, item.UpdatedAt))], NextToken = next };
    }
}
