namespace Amazon.BedrockAgent.Model;

/// <summary>A vector index of an Amazon OpenSearch Service domain.</summary>
public class OpenSearchManagedClusterConfiguration
{
    public string DomainEndpoint { get; set; }

    public string DomainArn { get; set; }

    public string VectorIndexName { get; set; }

    public OpenSearchManagedClusterFieldMapping FieldMapping { get; set; }
}

/// <summary>The fields of the index that hold vector, text and metadata.</summary>
public class OpenSearchManagedClusterFieldMapping
{
    public string VectorField { get; set; }

    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
