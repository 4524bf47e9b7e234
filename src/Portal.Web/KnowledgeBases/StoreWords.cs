namespace Portal.Web.KnowledgeBases;

/// <summary>Vector stores as people call them.</summary>
internal static class StoreWords
{
    public static string Of(string? storageType) => storageType switch
    {
        "OPENSEARCH_SERVERLESS" => "OpenSearch Serverless",
        "OPENSEARCH_MANAGED_CLUSTER" => "OpenSearch managed cluster",
        "RDS" => "Aurora PostgreSQL",
        "S3_VECTORS" => "S3 Vectors",
        "PINECONE" => "Pinecone",
        "REDIS_ENTERPRISE_CLOUD" => "Redis Enterprise Cloud",
        "MONGO_DB_ATLAS" => "MongoDB Atlas",
        "NEPTUNE_ANALYTICS" => "Neptune Analytics",
        null => "kept by AWS",
        _ => storageType,
    };

    public static string ModelOf(string? arn) => arn is null ? "–" : arn[(arn.LastIndexOf('/') + 1)..];
}
