using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record ListDataSourcesRequest
{
    public required string KnowledgeBaseId { get; init; }

    public string? NextToken { get; init; }

    public int? MaxResults { get; init; }
}

internal sealed record ListDataSourcesResponse
{
    public required IReadOnlyList<DataSourceSummary> DataSourceSummaries { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record DataSourceSummary(string KnowledgeBaseId, string DataSourceId, string Name, string Status, string? Description, DateTimeOffset UpdatedAt);

[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/")]
internal sealed class ListDataSources(DataSourceStore store, AgentResources resources) : AgentOperation<ListDataSourcesRequest, ListDataSourcesResponse>
{
    private const int DefaultPage = 100;

    protected override async Task<ListDataSourcesResponse> RunAsync(ListDataSourcesRequest request, CancellationToken token)
    {
        var knowledgeBase = await resources.KnowledgeBaseAsync(request.KnowledgeBaseId, token);
        var listing = $"data-sources/{knowledgeBase.Id}";
        var maximum = request.MaxResults ?? DefaultPage;
        var offset = PageToken.Offset(listing, request.NextToken);
        var (page, next) = PageToken.Cut(await store.ListAsync(knowledgeBase.Id, offset, maximum + 1, token), maximum, listing, offset);
        return new() { DataSourceSummaries = [.. page.Select(item => new DataSourceSummary(item.KnowledgeBaseId, item.Id, item.Name, item.Status, item.Description, item.UpdatedAt))], NextToken = next };
    }
}
