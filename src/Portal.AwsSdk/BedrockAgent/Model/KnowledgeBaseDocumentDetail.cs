namespace Amazon.BedrockAgent.Model;

/// <summary>How far a document is indexed.</summary>
public class KnowledgeBaseDocumentDetail
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public DocumentStatus Status { get; set; }

    public DocumentIdentifier Identifier { get; set; }

    public string? StatusReason { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
