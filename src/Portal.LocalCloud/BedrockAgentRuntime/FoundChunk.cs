using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>A chunk a search found. <paramref name="Score"/> lies in 0..1; a hierarchical child is shown by its parent's text.</summary>
internal sealed record FoundChunk(string Text, double Score, string Uri, bool IsCustom, JsonElement Metadata)
{
    /// <summary>The values of its own attributes, without Bedrock's.</summary>
    public string AttributeText => string.Join(' ', Metadata.EnumerateObject().Where(attribute => !attribute.Name.StartsWith("x-amz-bedrock", StringComparison.Ordinal)).Select(attribute => attribute.Value.ToString()));
}

/// <summary>What to search for.</summary>
/// <param name="KnowledgeBaseId">Where.</param>
/// <param name="StorageType">Decides what is possible.</param>
/// <param name="Text">The query.</param>
/// <param name="Filter">Which chunks count at all, or null for all.</param>
/// <param name="IsHybrid">Words count beside the vector.</param>
/// <param name="Maximum">How many at most, before children of one parent collapse.</param>
internal sealed record ChunkQuery(string KnowledgeBaseId, string? StorageType, string Text, RetrievalFilter? Filter, bool IsHybrid, int Maximum);
