namespace Amazon.BedrockAgent.Model;

/// <summary>A document to index, with its metadata.</summary>
public class KnowledgeBaseDocument
{
    public DocumentMetadata? Metadata { get; set; }

    public DocumentContent Content { get; set; }
}
