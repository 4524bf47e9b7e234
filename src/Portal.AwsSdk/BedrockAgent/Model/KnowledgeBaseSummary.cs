namespace Amazon.BedrockAgent.Model;

/// <summary>A knowledge base in a list.</summary>
public class KnowledgeBaseSummary
{
    public string KnowledgeBaseId { get; set; }

    public string Name { get; set; }

    public string? Description { get; set; }

    public KnowledgeBaseStatus Status { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
