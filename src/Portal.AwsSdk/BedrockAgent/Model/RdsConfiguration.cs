namespace Amazon.BedrockAgent.Model;

/// <summary>A table of Amazon Aurora PostgreSQL with pgvector.</summary>
public class RdsConfiguration
{
    public string ResourceArn { get; set; }

    public string CredentialsSecretArn { get; set; }

    public string DatabaseName { get; set; }

    public string TableName { get; set; }

    public RdsFieldMapping FieldMapping { get; set; }
}

/// <summary>The columns that hold key, vector, text and metadata.</summary>
public class RdsFieldMapping
{
    public string PrimaryKeyField { get; set; }

    public string VectorField { get; set; }

    public string TextField { get; set; }

    public string MetadataField { get; set; }

    public string? CustomMetadataField { get; set; }
}
