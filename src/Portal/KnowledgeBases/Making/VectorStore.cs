using System.Text.Json.Serialization;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;

namespace Portal.KnowledgeBases.Making;

/// <summary>The vector store of a knowledge base to be made: one of the three kinds that the portal makes, with Amazon Bedrock's own field names.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "store")]
[JsonDerivedType(typeof(OpenSearchServerlessStore), "OPENSEARCH_SERVERLESS")]
[JsonDerivedType(typeof(AuroraStore), "RDS")]
[JsonDerivedType(typeof(S3VectorsStore), "S3_VECTORS")]
public abstract record VectorStore
{
    /// <summary>Amazon Bedrock's storage configuration.</summary>
    public abstract StorageConfiguration ToStorageConfiguration();
}

/// <summary>An index in an OpenSearch Serverless collection. The index must use the faiss engine: with nmslib metadata is ignored.</summary>
public sealed record OpenSearchServerlessStore(
    string CollectionArn,
    string VectorIndexName,
    string VectorField = "bedrock-knowledge-base-default-vector",
    string TextField = "AMAZON_BEDROCK_TEXT_CHUNK",
    string MetadataField = "AMAZON_BEDROCK_METADATA") : VectorStore
{
    public override StorageConfiguration ToStorageConfiguration() => new()
    {
        Type = KnowledgeBaseStorageType.OPENSEARCH_SERVERLESS,
        OpensearchServerlessConfiguration = new()
        {
            CollectionArn = CollectionArn,
            VectorIndexName = VectorIndexName,
            FieldMapping = new() { VectorField = VectorField, TextField = TextField, MetadataField = MetadataField },
        },
    };
}

/// <summary>A table with pgvector in Aurora PostgreSQL.</summary>
/// <param name="ResourceArn">The cluster's ARN.</param>
/// <param name="CredentialsSecretArn">The secret with the database user.</param>
/// <param name="DatabaseName">At most 63 characters.</param>
/// <param name="TableName">At most 63 characters, with its schema.</param>
/// <param name="PrimaryKeyField">Column of type uuid.</param>
/// <param name="VectorField">Column of type vector.</param>
/// <param name="TextField">Column of the chunks.</param>
/// <param name="MetadataField">Column that Amazon Bedrock keeps its own metadata in.</param>
/// <param name="CustomMetadataField">One jsonb column for all attributes; null when each attribute has a column of its own.</param>
public sealed record AuroraStore(
    string ResourceArn,
    string CredentialsSecretArn,
    string DatabaseName,
    string TableName,
    string PrimaryKeyField = "id",
    string VectorField = "embedding",
    string TextField = "chunks",
    string MetadataField = "metadata",
    string? CustomMetadataField = "custom_metadata") : VectorStore
{
    public override StorageConfiguration ToStorageConfiguration() => new()
    {
        Type = KnowledgeBaseStorageType.RDS,
        RdsConfiguration = new()
        {
            ResourceArn = ResourceArn,
            CredentialsSecretArn = CredentialsSecretArn,
            DatabaseName = DatabaseName,
            TableName = TableName,
            FieldMapping = new()
            {
                PrimaryKeyField = PrimaryKeyField,
                VectorField = VectorField,
                TextField = TextField,
                MetadataField = MetadataField,
                CustomMetadataField = CustomMetadataField,
            },
        },
    };
}

/// <summary>An index in an S3 vector bucket: named by its own ARN, or by the bucket's ARN and the index's name.</summary>
public sealed record S3VectorsStore(string? IndexArn = null, string? VectorBucketArn = null, string? IndexName = null) : VectorStore
{
    public override StorageConfiguration ToStorageConfiguration() => new()
    {
        Type = KnowledgeBaseStorageType.S3_VECTORS,
        S3VectorsConfiguration = new() { IndexArn = IndexArn, VectorBucketArn = VectorBucketArn, IndexName = IndexName },
    };
}
