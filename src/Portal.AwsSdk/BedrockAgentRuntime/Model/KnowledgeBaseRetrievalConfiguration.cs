namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>How to search the knowledge base.</summary>
public class KnowledgeBaseRetrievalConfiguration
{
    public ManagedSearchConfiguration? ManagedSearchConfiguration { get; set; }

    public KnowledgeBaseVectorSearchConfiguration? VectorSearchConfiguration { get; set; }
}

/// <summary>How to search a managed knowledge base.</summary>
public class ManagedSearchConfiguration
{
    public RetrievalFilter? Filter { get; set; }

    /// <summary>How many chunks to return, 1 to 100; 5 when unset.</summary>
    public int? NumberOfResults { get; set; }
}
