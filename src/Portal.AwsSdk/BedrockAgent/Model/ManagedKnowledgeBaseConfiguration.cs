namespace Amazon.BedrockAgent.Model;

/// <summary>A knowledge base whose store the service runs itself.</summary>
public class ManagedKnowledgeBaseConfiguration
{
    public EmbeddingModelType? EmbeddingModelType { get; set; }

    public string? EmbeddingModelArn { get; set; }

    public EmbeddingModelConfiguration? EmbeddingModelConfiguration { get; set; }

    public ServerSideEncryptionConfiguration? ServerSideEncryptionConfiguration { get; set; }
}
