using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record StopIngestionJobRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string IngestionJobId { get; init; }
}

internal sealed record StopIngestionJobResponse
{
    public required IngestionJobDetail IngestionJob { get; init; }
}

/// <summary>Asks a running job to stop after the document it is at; what it indexed stays.</summary>
[Http("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/{ingestionJobId}/stop", Status = 202)]
internal sealed class StopIngestionJob(IngestionJobStore jobs, AgentResources resources) : AgentOperation<StopIngestionJobRequest, StopIngestionJobResponse>
{
    protected override async Task<StopIngestionJobResponse> RunAsync(StopIngestionJobRequest request, CancellationToken token)
    {
        await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        var job = await jobs.FindAsync(request.DataSourceId, request.IngestionJobId, token) ?? throw AgentFaults.NoIngestionJob(request.IngestionJobId);
        if (!await jobs.StopAsync(job.Id, token)) throw AgentFaults.Conflict($"Ingestion job {job.Id} can not be stopped because it is in {job.Status} state.");
        return new() { IngestionJob = IngestionJobDetail.Of(job with { Status = "STOPPING" }) };
    }
}
