using Portal.LocalCloud.BedrockAgent;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgentRuntime;

internal static class RuntimeShapes
{
    public static ShapeValidator Validator { get; } = new(ShapeLibrary.Load("bedrock-agent-runtime.shapes"));
}

/// <summary>An operation of Agents for Amazon Bedrock Runtime.</summary>
internal abstract class RuntimeOperation<TRequest, TResponse>() : CheckedOperation<TRequest, TResponse>(RuntimeShapes.Validator)
    where TRequest : notnull
    where TResponse : notnull;

/// <summary>Searches a knowledge base as one request asks.</summary>
internal sealed class KnowledgeBaseReader(KnowledgeBaseStore store, ChunkSearch search, FaultBench bench)
{
    public async Task<KnowledgeBase> FindAsync(string id, CancellationToken token)
    {
        var found = await store.FindAsync(id, token) ?? throw RuntimeFaults.NoKnowledgeBase(id);
        if (found.Status == "CREATING") throw RuntimeFaults.Invalid($"Knowledge Base {id} is in CREATING state. Retry your request when it is ACTIVE.");
        return found;
    }

    /// <param name="knowledgeBase">Where.</param>
    /// <param name="settings">How.</param>
    /// <param name="text">For what.</param>
    /// <param name="maximum">At most so many, or null for the number the settings name.</param>
    /// <param name="operation">The operation that asks, for faults armed against it.</param>
    /// <param name="token">Abandons the search.</param>
    public Task<IReadOnlyList<FoundChunk>> SearchAsync(KnowledgeBase knowledgeBase, RetrievalSettings settings, string text, int? maximum, string operation, CancellationToken token)
    {
        var filter = settings.Filter is not null && bench.Strikes(FaultKind.IgnoreFilter, operation) ? null : settings.Filter;
        return search.FindAsync(new ChunkQuery(knowledgeBase.Id, knowledgeBase.StorageType, text, filter, settings.IsHybrid, maximum ?? settings.NumberOfResults), token);
    }
}
