using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>What AWS demands of a data source beyond the shapes.</summary>
internal static class DataSourceRules
{
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["S3"] = "s3Configuration",
        ["WEB"] = "webConfiguration",
        ["CONFLUENCE"] = "confluenceConfiguration",
        ["SALESFORCE"] = "salesforceConfiguration",
        ["SHAREPOINT"] = "sharePointConfiguration",
        ["MANAGED_KNOWLEDGE_BASE_CONNECTOR"] = "managedKnowledgeBaseConnectorConfiguration",
    };

    private static readonly Dictionary<string, string> Chunkings = new(StringComparer.Ordinal)
    {
        ["FIXED_SIZE"] = "fixedSizeChunkingConfiguration",
        ["HIERARCHICAL"] = "hierarchicalChunkingConfiguration",
        ["SEMANTIC"] = "semanticChunkingConfiguration",
    };

    public static void Check(KnowledgeBase knowledgeBase, JsonElement configuration, JsonElement? ingestion, string? deletionPolicy)
    {
        var type = configuration.GetProperty("type").GetString()!;
        foreach (var (owner, member) in Members)
        {
            var given = configuration.TryGetProperty(member, out _);
            if (given && owner != type) throw AgentFaults.Invalid($"dataSourceConfiguration.{member} does not fit the type {type}.");
            if (!given && owner == type) throw AgentFaults.Invalid($"dataSourceConfiguration.{member} is required for the type {type}.");
        }

        if (type == "MANAGED_KNOWLEDGE_BASE_CONNECTOR" && knowledgeBase.Type != "MANAGED")
            throw AgentFaults.Invalid("A data source of type MANAGED_KNOWLEDGE_BASE_CONNECTOR needs a knowledge base of type MANAGED.");
        if (type == "REDSHIFT_METADATA" && knowledgeBase.Type != "SQL") throw AgentFaults.Invalid("A data source of type REDSHIFT_METADATA needs a knowledge base of type SQL.");
        if (knowledgeBase.Type == "KENDRA") throw AgentFaults.Invalid("A knowledge base of type KENDRA has no data sources of its own.");
        if (knowledgeBase.Type == "MANAGED" && deletionPolicy == "RETAIN") throw AgentFaults.Invalid("dataDeletionPolicy must be DELETE for a knowledge base of type MANAGED.");
        if (ingestion is { } given2) CheckIngestion(given2);
    }

    /// <summary>The chunking of an ingestion configuration, or null for the default.</summary>
    public static JsonElement? ChunkingOf(JsonElement? ingestion) =>
        ingestion is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("chunkingConfiguration", out var chunking) ? chunking : null;

    private static void CheckIngestion(JsonElement ingestion)
    {
        if (ChunkingOf(ingestion) is { } chunking)
        {
            var strategy = chunking.GetProperty("chunkingStrategy").GetString()!;
            foreach (var (owner, member) in Chunkings)
            {
                var given = chunking.TryGetProperty(member, out _);
                if (given && owner != strategy) throw AgentFaults.Invalid($"{member} does not fit the chunking strategy {strategy}.");
                if (!given && owner == strategy) throw AgentFaults.Invalid($"{member} is required for the chunking strategy {strategy}.");
            }

            if (strategy == "HIERARCHICAL") CheckLevels(chunking.GetProperty(Chunkings[strategy]));
        }

        // These would change what is indexed; accepting them and doing something else would be a lie.
        foreach (var member in (string[])["customTransformationConfiguration", "parsingConfiguration", "contextEnrichmentConfiguration"])
        {
            if (ingestion.TryGetProperty(member, out _)) throw AgentFaults.Invalid($"vectorIngestionConfiguration.{member} is not supported by LocalCloud.");
        }
    }

    private static void CheckLevels(JsonElement hierarchical)
    {
        var levels = hierarchical.GetProperty("levelConfigurations");
        var (parent, child) = (levels[0].GetProperty("maxTokens").GetInt32(), levels[1].GetProperty("maxTokens").GetInt32());
        if (child >= parent) throw AgentFaults.Invalid("The maxTokens of the child level must be less than that of the parent level.");
        if (hierarchical.GetProperty("overlapTokens").GetInt32() >= child) throw AgentFaults.Invalid("overlapTokens must be less than the maxTokens of the child level.");
    }
}
