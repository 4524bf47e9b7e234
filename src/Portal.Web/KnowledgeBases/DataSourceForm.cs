using Portal.KnowledgeBases.Making;
using Portal.Settings;

namespace Portal.Web.KnowledgeBases;

/// <summary>The ways to cut documents.</summary>
public enum ChunkingKind
{
    Default,
    FixedSize,
    Hierarchical,
    Semantic,
    None,
}

/// <summary>The form that makes a data source.</summary>
public sealed class DataSourceForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Bucket { get; set; }

    public string? Prefix { get; set; }

    public string? BucketOwnerAccountId { get; set; }

    public DeletionPolicy Deletion { get; set; }

    public ChunkingKind Chunking { get; set; }

    public int MaxTokens { get; set; } = 300;

    public int OverlapPercentage { get; set; } = 20;

    public int ParentMaxTokens { get; set; } = 1500;

    public int ChildMaxTokens { get; set; } = 300;

    public int OverlapTokens { get; set; } = 60;

    public int BufferSize { get; set; }

    public int BreakpointPercentileThreshold { get; set; } = 95;

    /// <summary>Takes bucket and base prefix of the workspace.</summary>
    public static DataSourceForm From(Workspace? workspace) => new() { Name = "documents", Bucket = workspace?.Bucket, Prefix = workspace?.BasePrefix };

    public DataSourceSpec ToSpec() => new(
        Name?.Trim() ?? "", Bucket?.Trim() ?? "", string.IsNullOrEmpty(Prefix) ? null : Prefix, ToChunking(), Deletion,
        string.IsNullOrWhiteSpace(BucketOwnerAccountId) ? null : BucketOwnerAccountId.Trim(), string.IsNullOrWhiteSpace(Description) ? null : Description.Trim());

    private Chunking ToChunking() => Chunking switch
    {
        ChunkingKind.FixedSize => new FixedSizeChunking(MaxTokens, OverlapPercentage),
        ChunkingKind.Hierarchical => new HierarchicalChunking(ParentMaxTokens, ChildMaxTokens, OverlapTokens),
        ChunkingKind.Semantic => new SemanticChunking(MaxTokens, BufferSize, BreakpointPercentileThreshold),
        ChunkingKind.None => new NoChunking(),
        _ => new DefaultChunking(),
    };
}
