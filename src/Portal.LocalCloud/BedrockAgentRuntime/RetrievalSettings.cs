using System.Text.Json;
using Portal.LocalCloud.BedrockAgent;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>A retrieval configuration, read and checked for a knowledge base.</summary>
internal sealed record RetrievalSettings(int NumberOfResults, bool IsHybrid, RetrievalFilter? Filter)
{
    private const int DefaultResults = 5;

    /// <param name="configuration">As sent, its shape checked; null for AWS's defaults.</param>
    /// <param name="knowledgeBase">The knowledge base that is asked.</param>
    /// <exception cref="Pipeline.AwsFault">It asks for something the store or LocalCloud cannot do.</exception>
    public static RetrievalSettings Read(JsonElement? configuration, KnowledgeBase knowledgeBase)
    {
        if (knowledgeBase.Type != "VECTOR") throw RuntimeFaults.Invalid($"Retrieval from a knowledge base of type {knowledgeBase.Type} is not supported by LocalCloud.");
        var hybridByDefault = StoreFilters.SupportsHybrid(knowledgeBase.StorageType);
        if (configuration is not { } given) return new(DefaultResults, hybridByDefault, null);
        if (given.TryGetProperty("managedSearchConfiguration", out _)) throw RuntimeFaults.Invalid("managedSearchConfiguration is for knowledge bases of type MANAGED only.");
        if (!given.TryGetProperty("vectorSearchConfiguration", out var search)) return new(DefaultResults, hybridByDefault, null);
        foreach (var member in (string[])["implicitFilterConfiguration", "rerankingConfiguration"])
        {
            if (search.TryGetProperty(member, out _)) throw RuntimeFaults.Unsupported($"retrievalConfiguration.vectorSearchConfiguration.{member}");
        }

        var wanted = search.TryGetProperty("overrideSearchType", out var type) ? type.GetString() : null;
        if (wanted == "HYBRID" && !hybridByDefault) throw RuntimeFaults.Invalid($"HYBRID search type is not supported for the vector store {knowledgeBase.StorageType}.");
        return new(
            search.TryGetProperty("numberOfResults", out var number) ? number.GetInt32() : DefaultResults,
            wanted is null ? hybridByDefault : wanted == "HYBRID",
            search.TryGetProperty("filter", out var filter) ? ReadFilter(filter, knowledgeBase.StorageType) : null);
    }

    private static RetrievalFilter ReadFilter(JsonElement filter, string? storageType)
    {
        try
        {
            return FilterReader.Read(filter, storageType);
        }
        catch (FilterProblemException problem)
        {
            throw RuntimeFaults.Invalid(problem.Message);
        }
    }
}
