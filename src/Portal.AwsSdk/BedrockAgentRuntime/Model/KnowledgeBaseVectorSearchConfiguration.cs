namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>How to search a knowledge base over a vector store.</summary>
public class KnowledgeBaseVectorSearchConfiguration
{
    public RetrievalFilter? Filter { get; set; }

    public ImplicitFilterConfiguration? ImplicitFilterConfiguration { get; set; }

    /// <summary>How many chunks to return, 1 to 100; 5 when unset.</summary>
    public int? NumberOfResults { get; set; }

    /// <summary>Text and vectors or vectors alone; the service chooses when unset.</summary>
    public SearchType? OverrideSearchType { get; set; }
}

/// <summary>Lets a model derive a filter from the question.</summary>
public class ImplicitFilterConfiguration
{
    public List<MetadataAttributeSchema>? MetadataAttributes { get; set; }

    public string ModelArn { get; set; }
}

/// <summary>A metadata attribute a derived filter may use.</summary>
public class MetadataAttributeSchema
{
    public string Description { get; set; }

    public string Key { get; set; }

    public AttributeType Type { get; set; }
}
