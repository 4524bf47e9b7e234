namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>What each kind of vector store can do with a query.</summary>
internal static class StoreFilters
{
    public static bool Supports(string? storageType, FilterOperator operation) => operation switch
    {
        FilterOperator.StartsWith => storageType == "OPENSEARCH_SERVERLESS",
        FilterOperator.StringContains => storageType is "OPENSEARCH_SERVERLESS" or "NEPTUNE_ANALYTICS",
        _ => true,
    };

    /// <summary>Whether stringContains also looks into the members of a list attribute.</summary>
    public static bool ContainsLooksIntoLists(string? storageType) => storageType == "OPENSEARCH_SERVERLESS";

    /// <summary>Whether notIn returns records that lack the attribute: negation does so everywhere but in SQL, where a comparison with nothing is not true.</summary>
    public static bool NotInIncludesMissing(string? storageType) => storageType != "RDS";

    public static bool SupportsHybrid(string? storageType) => storageType is "OPENSEARCH_SERVERLESS" or "RDS" or "MONGO_DB_ATLAS";
}
