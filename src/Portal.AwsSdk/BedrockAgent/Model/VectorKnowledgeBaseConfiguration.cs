namespace Amazon.BedrockAgent.Model;

/// <summary>The embedding model of a knowledge base over a vector store.</summary>
public class VectorKnowledgeBaseConfiguration
{
    public string EmbeddingModelArn { get; set; }

    public EmbeddingModelConfiguration? EmbeddingModelConfiguration { get; set; }

    public SupplementalDataStorageConfiguration? SupplementalDataStorageConfiguration { get; set; }
}

/// <summary>Where images taken from documents are kept.</summary>
public class SupplementalDataStorageConfiguration
{
    public List<SupplementalDataStorageLocation>? StorageLocations { get; set; }
}

/// <summary>One place for images taken from documents.</summary>
public class SupplementalDataStorageLocation
{
    public SupplementalDataStorageLocationType Type { get; set; }

    public S3Location? S3Location { get; set; }
}
