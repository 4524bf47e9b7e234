namespace Amazon.BedrockAgent.Model;

/// <summary>A Pinecone index.</summary>
public class PineconeConfiguration
{
    public string ConnectionString { get; set; }

    public string CredentialsSecretArn { get; set; }

    public string? Namespace { get; set; }

    public PineconeFieldMapping FieldMapping { get; set; }
}

/// <summary>The fields of the index that hold text and metadata.</summary>
public class PineconeFieldMapping
{
    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
