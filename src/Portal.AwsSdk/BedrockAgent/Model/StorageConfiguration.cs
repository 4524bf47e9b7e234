namespace Amazon.BedrockAgent.Model;

/// <summary>The vector store of a knowledge base: its type and the settings of that type.</summary>
public class StorageConfiguration
{
    public KnowledgeBaseStorageType Type { get; set; }

    public OpenSearchServerlessConfiguration? OpensearchServerlessConfiguration { get; set; }

    public OpenSearchManagedClusterConfiguration? OpensearchManagedClusterConfiguration { get; set; }

    public PineconeConfiguration? PineconeConfiguration { get; set; }

    public RedisEnterpriseCloudConfiguration? RedisEnterpriseCloudConfiguration { get; set; }

    public RdsConfiguration? RdsConfiguration { get; set; }

    public MongoDbAtlasConfiguration? MongoDbAtlasConfiguration { get; set; }

    public NeptuneAnalyticsConfiguration? NeptuneAnalyticsConfiguration { get; set; }

    public S3VectorsConfiguration? S3VectorsConfiguration { get; set; }
}
