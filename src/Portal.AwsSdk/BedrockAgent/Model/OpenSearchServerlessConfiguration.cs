namespace Amazon.BedrockAgent.Model;

/// <summary>A vector index of Amazon OpenSearch Serverless.</summary>
public class OpenSearchServerlessConfiguration
{
    public string CollectionArn { get; set; }

    public string VectorIndexName { get; set; }

    public OpenSearchServerlessFieldMapping FieldMapping { get; set; }
}

/// <summary>The fields of the index that hold vector, text and metadata.</summary>
public class OpenSearchServerlessFieldMapping
{
    public string VectorField { get; set; }

    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
