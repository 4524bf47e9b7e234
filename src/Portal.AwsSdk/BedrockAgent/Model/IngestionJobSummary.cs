namespace Amazon.BedrockAgent.Model;

/// <summary>An ingestion job in a list.</summary>
public class IngestionJobSummary
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public string IngestionJobId { get; set; }

    public string? Description { get; set; }

    public IngestionJobStatus Status { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public IngestionJobStatistics? Statistics { get; set; }
}
