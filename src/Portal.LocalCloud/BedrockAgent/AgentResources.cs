using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>Finds what a request names, or throws AWS's not-found fault.</summary>
internal sealed class AgentResources(KnowledgeBaseStore knowledgeBases, DataSourceStore dataSources, LocalAccount account)
{
    public async Task<KnowledgeBase> KnowledgeBaseAsync(string id, CancellationToken token) =>
        await knowledgeBases.FindAsync(id, token) ?? throw AgentFaults.NoKnowledgeBase(id);

    public async Task<(KnowledgeBase KnowledgeBase, DataSource Source)> DataSourceAsync(string knowledgeBaseId, string id, CancellationToken token)
    {
        var knowledgeBase = await KnowledgeBaseAsync(knowledgeBaseId, token);
        return (knowledgeBase, await dataSources.FindAsync(knowledgeBaseId, id, token) ?? throw AgentFaults.NoDataSource(id));
    }

    public string Arn(KnowledgeBase knowledgeBase) => account.Arn("bedrock", $"knowledge-base/{knowledgeBase.Id}");

    /// <summary>The id within a knowledge base's ARN.</summary>
    public string IdOf(string arn)
    {
        var prefix = account.Arn("bedrock", "knowledge-base/");
        return arn.StartsWith(prefix, StringComparison.Ordinal) ? arn[prefix.Length..] : throw AgentFaults.NoResource(arn);
    }

    /// <summary>A knowledge base that may be changed now.</summary>
    public static void MustBeIdle(KnowledgeBase knowledgeBase)
    {
        if (knowledgeBase.Status is "CREATING" or "UPDATING" or "DELETING")
            throw AgentFaults.Conflict($"Knowledge Base {knowledgeBase.Id} is in {knowledgeBase.Status} state. Retry your request after it left that state.");
    }
}
