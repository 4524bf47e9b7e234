using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

internal sealed record DeleteKnowledgeBaseRequest
{
    public required string KnowledgeBaseId { get; init; }
}

internal sealed record DeleteKnowledgeBaseResponse(string KnowledgeBaseId, string Status);

/// <summary>Deletes the knowledge base and its data sources. What a policy of RETAIN would leave in the vector store is beyond reach then, so it goes too.</summary>
[Http("DELETE", "/knowledgebases/{knowledgeBaseId}", Status = 202)]
internal sealed class DeleteKnowledgeBase(KnowledgeBaseStore store, IngestionJobStore jobs, AgentResources resources) : AgentOperation<DeleteKnowledgeBaseRequest, DeleteKnowledgeBaseResponse>
{
    protected override async Task<DeleteKnowledgeBaseResponse> RunAsync(DeleteKnowledgeBaseRequest request, CancellationToken token)
    {
        var current = await resources.KnowledgeBaseAsync(request.KnowledgeBaseId, token);
        if (await jobs.IsRunningAsync(current.Id, token)) throw AgentFaults.Conflict($"Knowledge Base {current.Id} has an ingestion job in progress. Stop it, or wait until it ends.");
        await store.DeleteAsync(current.Id, token);
        return new(current.Id, "DELETING");
    }
}
