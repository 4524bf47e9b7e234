namespace Amazon.BedrockAgent.Model;

/// <summary>One run that brings a knowledge base up to date with a data source.</summary>
public class IngestionJob
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public string IngestionJobId { get; set; }

    public string? Description { get; set; }

    public IngestionJobStatus Status { get; set; }

    public IngestionJobStatistics? Statistics { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public List<string>? FailureReasons { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
