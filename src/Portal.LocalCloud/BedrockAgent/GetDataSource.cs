using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record GetDataSourceRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }
}

internal sealed record GetDataSourceResponse
{
    public required DataSourceDetail DataSource { get; init; }
}

[Http("GET", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}")]
internal sealed class GetDataSource(AgentResources resources) : AgentOperation<GetDataSourceRequest, GetDataSourceResponse>
{
    protected override async Task<GetDataSourceResponse> RunAsync(GetDataSourceRequest request, CancellationToken token) =>
        new() { DataSource = DataSourceDetail.Of((await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token)).Source) };
}
