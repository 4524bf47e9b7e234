namespace Amazon.BedrockAgent.Model;

/// <summary>Settings of the embedding model.</summary>
public class EmbeddingModelConfiguration
{
    public BedrockEmbeddingModelConfiguration? BedrockEmbeddingModelConfiguration { get; set; }
}

/// <summary>Vector length and number type, for models that leave the choice.</summary>
public class BedrockEmbeddingModelConfiguration
{
    public int? Dimensions { get; set; }

    public EmbeddingDataType? EmbeddingDataType { get; set; }
}
