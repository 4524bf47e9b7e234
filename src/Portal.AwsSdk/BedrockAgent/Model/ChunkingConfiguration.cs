namespace Amazon.BedrockAgent.Model;

/// <summary>How documents are cut into chunks: the strategy and its settings.</summary>
public class ChunkingConfiguration
{
    public ChunkingStrategy ChunkingStrategy { get; set; }

    public FixedSizeChunkingConfiguration? FixedSizeChunkingConfiguration { get; set; }

    public HierarchicalChunkingConfiguration? HierarchicalChunkingConfiguration { get; set; }

    public SemanticChunkingConfiguration? SemanticChunkingConfiguration { get; set; }
}

/// <summary>Chunks of about equal size.</summary>
public class FixedSizeChunkingConfiguration
{
    /// <summary>At most so many tokens.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>How much of a chunk is repeated in the next, in percent of its tokens.</summary>
    public int? OverlapPercentage { get; set; }
}

/// <summary>Small chunks for finding within large chunks for answering.</summary>
public class HierarchicalChunkingConfiguration
{
    /// <summary>Two levels: parent chunks, then child chunks.</summary>
    public List<HierarchicalChunkingLevelConfiguration>? LevelConfigurations { get; set; }

    /// <summary>How many tokens of a chunk are repeated in the next of its level.</summary>
    public int? OverlapTokens { get; set; }
}

/// <summary>The chunk size of one level.</summary>
public class HierarchicalChunkingLevelConfiguration
{
    /// <summary>At most so many tokens.</summary>
    public int? MaxTokens { get; set; }
}

/// <summary>Chunks that end where the meaning changes.</summary>
public class SemanticChunkingConfiguration
{
    /// <summary>At most so many tokens.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>How many sentences on each side are compared with a sentence.</summary>
    public int? BufferSize { get; set; }

    /// <summary>The percentile of dissimilarity at which a new chunk begins.</summary>
    public int? BreakpointPercentileThreshold { get; set; }
}
