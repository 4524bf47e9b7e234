namespace Amazon.BedrockAgent.Model;

/// <summary>A data source in a list.</summary>
public class DataSourceSummary
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public string Name { get; set; }

    public DataSourceStatus Status { get; set; }

    public string? Description { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
