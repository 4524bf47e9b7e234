using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record GetIngestionJobRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string IngestionJobId { get; init; }
}

internal sealed record GetIngestionJobResponse
{
    public required IngestionJobDetail IngestionJob { get; init; }
}

[Http("GET", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/{ingestionJobId}")]
internal sealed class GetIngestionJob(IngestionJobStore jobs, AgentResources resources) : AgentOperation<GetIngestionJobRequest, GetIngestionJobResponse>
{
    protected override async Task<GetIngestionJobResponse> RunAsync(GetIngestionJobRequest request, CancellationToken token)
    {
        await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        return new() { IngestionJob = IngestionJobDetail.Of(await jobs.FindAsync(request.DataSourceId, request.IngestionJobId, token) ?? throw AgentFaults.NoIngestionJob(request.IngestionJobId)) };
    }
}
