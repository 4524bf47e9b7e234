using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record StartIngestionJobRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public string? ClientToken { get; init; }

    public string? Description { get; init; }
}

internal sealed record StartIngestionJobResponse
{
    public required IngestionJobDetail IngestionJob { get; init; }
}

[Http("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/", Status = 202)]
internal sealed class StartIngestionJob(IngestionJobStore jobs, IngestionWorker worker, AgentResources resources) : AgentOperation<StartIngestionJobRequest, StartIngestionJobResponse>
{
    private const string Wait = "Wait until it ends, or stop it, and try again.";

    protected override async Task<StartIngestionJobResponse> RunAsync(StartIngestionJobRequest request, CancellationToken token)
    {
        var (knowledgeBase, source) = await resources.DataSourceAsync(request.KnowledgeBaseId, request.DataSourceId, token);
        AgentResources.MustBeIdle(knowledgeBase);
        if (knowledgeBase.Type != "VECTOR") throw AgentFaults.Invalid($"Ingestion into a knowledge base of type {knowledgeBase.Type} is not supported by LocalCloud.");
        if (source.Type != "S3") throw AgentFaults.Invalid($"Ingestion from a data source of type {source.Type} is not supported by LocalCloud.");

        var (job, refusal) = await jobs.AddAsync(source, request.Description, request.ClientToken, token);
        if (job is null)
        {
            throw AgentFaults.Conflict(refusal switch
            {
                StartRefusal.DataSource => $"Can not start an ingestion job because data source {source.Id} has reached the maximum number of concurrent ingestion jobs per data source: 1. {Wait}",
                StartRefusal.KnowledgeBase => $"Can not start an ingestion job because knowledge base {knowledgeBase.Id} has reached the maximum number of concurrent ingestion jobs per knowledge base: 1. {Wait}",
                _ => $"Can not start an ingestion job because the account has reached the maximum number of concurrent ingestion jobs per account: 5. {Wait}",
            });
        }

        if (job.Status == "STARTING") worker.Begin(job);
        return new() { IngestionJob = IngestionJobDetail.Of(job) };
    }
}
