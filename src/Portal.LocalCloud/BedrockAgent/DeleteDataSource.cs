using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record DeleteDataSourceRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }
}

internal sealed record DeleteDataSourceResponse(string KnowledgeBaseId, string DataSourceId, string Status);

[Http("DELETE", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}", Status = 202)]
internal sealed class DeleteDataSource(DataSourceStore store, IngestionJobStore jobs, AgentResources resources) : AgentOperation<DeleteDataSourceRequest, DeleteDataSourceResponse>
{
    protected override async Task<DeleteDataSourceResponse> RunAsync(DeleteDataSourceRequest request, CancellationToken token)
    {
        var (_, current) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        if (await jobs.IsRunningAsync(current.KnowledgeBaseId, token)) throw AgentFaults.Conflict($"DataSource {current.Id} can not be deleted while an ingestion job of its knowledge base is in progress.");
        await store.DeleteAsync(current, token);
        return new(current.KnowledgeBaseId, current.Id, "DELETING");
    }
}
