namespace Amazon.BedrockAgent.Model;

/// <summary>A vector index of Redis Enterprise Cloud.</summary>
public class RedisEnterpriseCloudConfiguration
{
    public string Endpoint { get; set; }

    public string VectorIndexName { get; set; }

    public string CredentialsSecretArn { get; set; }

    public RedisEnterpriseCloudFieldMapping FieldMapping { get; set; }
}

/// <summary>The fields of the index that hold vector, text and metadata.</summary>
public class RedisEnterpriseCloudFieldMapping
{
    public string VectorField { get; set; }

    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
