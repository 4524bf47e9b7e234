using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;

namespace Portal.LocalCloud.Tests.BedrockAgent;

internal static class Chunkings
{
    public static VectorIngestionConfiguration Fixed(int tokens, int overlap) => new()
    {
        ChunkingConfiguration = new ChunkingConfiguration { ChunkingStrategy = ChunkingStrategy.FIXED_SIZE, FixedSizeChunkingConfiguration = new FixedSizeChunkingConfiguration { MaxTokens = tokens, OverlapPercentage = overlap } },
    };

    public static VectorIngestionConfiguration Hierarchical(int parent, int child, int overlap) => new()
    {
        ChunkingConfiguration = new ChunkingConfiguration
        {
            ChunkingStrategy = ChunkingStrategy.HIERARCHICAL,
            HierarchicalChunkingConfiguration = new HierarchicalChunkingConfiguration
            {
                OverlapTokens = overlap,
                LevelConfigurations = [new HierarchicalChunkingLevelConfiguration { MaxTokens = parent }, new HierarchicalChunkingLevelConfiguration { MaxTokens = child }],
            },
        },
    };
}
