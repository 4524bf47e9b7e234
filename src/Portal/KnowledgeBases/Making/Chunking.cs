using System.Text.Json.Serialization;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;

namespace Portal.KnowledgeBases.Making;

/// <summary>How documents are cut. It cannot be changed after the data source is made.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "strategy")]
[JsonDerivedType(typeof(DefaultChunking), "DEFAULT")]
[JsonDerivedType(typeof(FixedSizeChunking), "FIXED_SIZE")]
[JsonDerivedType(typeof(HierarchicalChunking), "HIERARCHICAL")]
[JsonDerivedType(typeof(SemanticChunking), "SEMANTIC")]
[JsonDerivedType(typeof(NoChunking), "NONE")]
public abstract record Chunking
{
    /// <summary>Amazon Bedrock's configuration; null for its default.</summary>
    public abstract ChunkingConfiguration? ToConfiguration();
}

/// <summary>About 300 tokens, cut at sentences.</summary>
public sealed record DefaultChunking : Chunking
{
    public override ChunkingConfiguration? ToConfiguration() => null;
}

/// <summary>Pieces of a fixed length.</summary>
/// <param name="MaxTokens">1 to 8,192.</param>
/// <param name="OverlapPercentage">1 to 99.</param>
public sealed record FixedSizeChunking(int MaxTokens = 300, int OverlapPercentage = 20) : Chunking
{
    public override ChunkingConfiguration ToConfiguration() => new()
    {
        ChunkingStrategy = ChunkingStrategy.FIXED_SIZE,
        FixedSizeChunkingConfiguration = new() { MaxTokens = MaxTokens, OverlapPercentage = OverlapPercentage },
    };
}

/// <summary>Small pieces are searched and their larger parents are returned; several children of one parent come back as one result.</summary>
/// <param name="ParentMaxTokens">1 to 8,192.</param>
/// <param name="ChildMaxTokens">1 to 8,192, less than the parent's.</param>
/// <param name="OverlapTokens">At least 1.</param>
public sealed record HierarchicalChunking(int ParentMaxTokens = 1500, int ChildMaxTokens = 300, int OverlapTokens = 60) : Chunking
{
    public override ChunkingConfiguration ToConfiguration() => new()
    {
        ChunkingStrategy = ChunkingStrategy.HIERARCHICAL,
        HierarchicalChunkingConfiguration = new()
        {
            LevelConfigurations = [new() { MaxTokens = ParentMaxTokens }, new() { MaxTokens = ChildMaxTokens }],
            OverlapTokens = OverlapTokens,
        },
    };
}

/// <summary>Cut where the meaning changes.</summary>
/// <param name="MaxTokens">1 to 8,192.</param>
/// <param name="BufferSize">Sentences looked at on each side, 0 or 1.</param>
/// <param name="BreakpointPercentileThreshold">50 to 99.</param>
public sealed record SemanticChunking(int MaxTokens = 300, int BufferSize = 0, int BreakpointPercentileThreshold = 95) : Chunking
{
    public override ChunkingConfiguration ToConfiguration() => new()
    {
        ChunkingStrategy = ChunkingStrategy.SEMANTIC,
        SemanticChunkingConfiguration = new() { MaxTokens = MaxTokens, BufferSize = BufferSize, BreakpointPercentileThreshold = BreakpointPercentileThreshold },
    };
}

/// <summary>One document is one chunk, without page numbers.</summary>
public sealed record NoChunking : Chunking
{
    public override ChunkingConfiguration ToConfiguration() => new() { ChunkingStrategy = ChunkingStrategy.NONE };
}
