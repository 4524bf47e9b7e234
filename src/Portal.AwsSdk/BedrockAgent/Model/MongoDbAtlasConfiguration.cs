namespace Amazon.BedrockAgent.Model;

/// <summary>A collection of MongoDB Atlas with a vector search index.</summary>
public class MongoDbAtlasConfiguration
{
    public string Endpoint { get; set; }

    public string DatabaseName { get; set; }

    public string CollectionName { get; set; }

    public string VectorIndexName { get; set; }

    public string CredentialsSecretArn { get; set; }

    public MongoDbAtlasFieldMapping FieldMapping { get; set; }

    public string? EndpointServiceName { get; set; }

    public string? TextIndexName { get; set; }
}

/// <summary>The fields that hold vector, text and metadata.</summary>
public class MongoDbAtlasFieldMapping
{
    public string VectorField { get; set; }

    public string TextField { get; set; }

    public string MetadataField { get; set; }
}
