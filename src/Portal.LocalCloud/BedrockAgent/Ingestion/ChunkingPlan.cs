using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

internal enum ChunkingStrategy
{
    /// <summary>Nothing configured: about 300 tokens at sentence ends.</summary>
    Default,
    FixedSize,
    Hierarchical,
    Semantic,

    /// <summary>One file is one chunk.</summary>
    Whole,
}

/// <summary>How a data source cuts its documents.</summary>
internal sealed record ChunkingPlan(ChunkingStrategy Strategy)
{
    public int MaximumTokens { get; init; } = 300;

    public int OverlapTokens { get; init; }

    /// <summary>Hierarchical only: tokens of a parent.</summary>
    public int ParentTokens { get; init; }

    /// <summary>Semantic only: neighbours compared together with a sentence.</summary>
    public int BufferSize { get; init; }

    /// <summary>Semantic only: distances above this percentile part chunks.</summary>
    public int BreakpointPercentile { get; init; }

    /// <param name="ingestion">The data source's vectorIngestionConfiguration.</param>
    public static ChunkingPlan From(JsonElement? ingestion)
    {
        if (ingestion is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty("chunkingConfiguration", out var chunking)) return new(ChunkingStrategy.Default);
        switch (chunking.GetProperty("chunkingStrategy").GetString())
        {
            case "FIXED_SIZE":
                var fixedSize = chunking.GetProperty("fixedSizeChunkingConfiguration");
                var maximum = fixedSize.GetProperty("maxTokens").GetInt32();
                return new(ChunkingStrategy.FixedSize) { MaximumTokens = maximum, OverlapTokens = maximum * fixedSize.GetProperty("overlapPercentage").GetInt32() / 100 };
            case "HIERARCHICAL":
                var hierarchical = chunking.GetProperty("hierarchicalChunkingConfiguration");
                var levels = hierarchical.GetProperty("levelConfigurations");
                return new(ChunkingStrategy.Hierarchical)
                {
                    ParentTokens = levels[0].GetProperty("maxTokens").GetInt32(),
                    MaximumTokens = levels[1].GetProperty("maxTokens").GetInt32(),
                    OverlapTokens = hierarchical.GetProperty("overlapTokens").GetInt32(),
                };
            case "SEMANTIC":
                var semantic = chunking.GetProperty("semanticChunkingConfiguration");
                return new(ChunkingStrategy.Semantic)
                {
                    MaximumTokens = semantic.GetProperty("maxTokens").GetInt32(),
                    BufferSize = semantic.GetProperty("bufferSize").GetInt32(),
                    BreakpointPercentile = semantic.GetProperty("breakpointPercentileThreshold").GetInt32(),
                };
            default:
                return new(ChunkingStrategy.Whole);
        }
    }
}
