using System.Text.Json;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>What AWS demands of a knowledge base beyond the shapes: the configuration that fits the type, and only that.</summary>
internal static class KnowledgeBaseRules
{
    private static readonly Dictionary<string, string> StorageMembers = new(StringComparer.Ordinal)
    {
        ["OPENSEARCH_SERVERLESS"] = "opensearchServerlessConfiguration",
        ["OPENSEARCH_MANAGED_CLUSTER"] = "opensearchManagedClusterConfiguration",
        ["PINECONE"] = "pineconeConfiguration",
        ["REDIS_ENTERPRISE_CLOUD"] = "redisEnterpriseCloudConfiguration",
        ["RDS"] = "rdsConfiguration",
        ["MONGO_DB_ATLAS"] = "mongoDbAtlasConfiguration",
        ["NEPTUNE_ANALYTICS"] = "neptuneAnalyticsConfiguration",
        ["S3_VECTORS"] = "s3VectorsConfiguration",
    };

    private static readonly Dictionary<string, string> TypeMembers = new(StringComparer.Ordinal)
    {
        ["VECTOR"] = "vectorKnowledgeBaseConfiguration",
        ["KENDRA"] = "kendraKnowledgeBaseConfiguration",
        ["SQL"] = "sqlKnowledgeBaseConfiguration",
        ["MANAGED"] = "managedKnowledgeBaseConfiguration",
    };

    public static void Check(JsonElement configuration, JsonElement? storage)
    {
        var type = configuration.GetProperty("type").GetString()!;
        OnlyMember(configuration, type, TypeMembers[type], TypeMembers.Values, "knowledgeBaseConfiguration", required: type != "MANAGED");
        if (type != "VECTOR")
        {
            if (storage is not null) throw AgentFaults.Invalid($"storageConfiguration must not be given for a knowledge base of type {type}.");
            return;
        }

        if (storage is not { } store) throw AgentFaults.Invalid("storageConfiguration is required for a knowledge base of type VECTOR.");
        var storeType = store.GetProperty("type").GetString()!;
        OnlyMember(store, storeType, StorageMembers[storeType], StorageMembers.Values, "storageConfiguration", required: true);
        if (storeType == "S3_VECTORS") CheckS3Vectors(store.GetProperty(StorageMembers[storeType]));

        var model = configuration.GetProperty(TypeMembers[type]).GetProperty("embeddingModelArn").GetString()!;
        if (ModelCatalog.FindEmbedder(model) is null) throw AgentFaults.Invalid("The provided model identifier is invalid.");
    }

    private static void CheckS3Vectors(JsonElement vectors)
    {
        var hasIndex = vectors.TryGetProperty("indexArn", out _);
        var hasBucket = vectors.TryGetProperty("vectorBucketArn", out _);
        var hasName = vectors.TryGetProperty("indexName", out _);
        if (hasIndex == (hasBucket || hasName) || (!hasIndex && !(hasBucket && hasName)))
            throw AgentFaults.Invalid("s3VectorsConfiguration needs either indexArn, or vectorBucketArn and indexName.");
    }

    private static void OnlyMember(JsonElement owner, string type, string wanted, IEnumerable<string> all, string path, bool required)
    {
        foreach (var member in owner.EnumerateObject())
        {
            if (member.Name != wanted && all.Contains(member.Name)) throw AgentFaults.Invalid($"{path}.{member.Name} does not fit the type {type}.");
        }

        if (required && !owner.TryGetProperty(wanted, out _)) throw AgentFaults.Invalid($"{path}.{wanted} is required for the type {type}.");
    }
}
