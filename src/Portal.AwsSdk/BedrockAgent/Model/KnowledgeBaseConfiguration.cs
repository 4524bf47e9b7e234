namespace Amazon.BedrockAgent.Model;

/// <summary>What kind of knowledge base it is, with the settings of that kind.</summary>
public class KnowledgeBaseConfiguration
{
    public KnowledgeBaseType Type { get; set; }

    public VectorKnowledgeBaseConfiguration? VectorKnowledgeBaseConfiguration { get; set; }

    public ManagedKnowledgeBaseConfiguration? ManagedKnowledgeBaseConfiguration { get; set; }

    public KendraKnowledgeBaseConfiguration? KendraKnowledgeBaseConfiguration { get; set; }

    public SqlKnowledgeBaseConfiguration? SqlKnowledgeBaseConfiguration { get; set; }
}
