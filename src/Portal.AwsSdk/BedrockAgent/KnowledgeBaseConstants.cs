using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>The number type of vectors.</summary>
public class EmbeddingDataType : ConstantClass
{
    public static readonly EmbeddingDataType BINARY = new("BINARY");
    public static readonly EmbeddingDataType FLOAT32 = new("FLOAT32");

    public EmbeddingDataType(string value) : base(value) { }

    public static EmbeddingDataType FindValue(string value) => FindValue<EmbeddingDataType>(value);

    public static implicit operator EmbeddingDataType(string value) => FindValue(value);
}

public class EmbeddingModelType : ConstantClass
{
    public static readonly EmbeddingModelType CUSTOM = new("CUSTOM");
    public static readonly EmbeddingModelType MANAGED = new("MANAGED");

    public EmbeddingModelType(string value) : base(value) { }

    public static EmbeddingModelType FindValue(string value) => FindValue<EmbeddingModelType>(value);

    public static implicit operator EmbeddingModelType(string value) => FindValue(value);
}

/// <summary>The life of a knowledge base.</summary>
public class KnowledgeBaseStatus : ConstantClass
{
    public static readonly KnowledgeBaseStatus ACTIVE = new("ACTIVE");
    public static readonly KnowledgeBaseStatus CREATING = new("CREATING");
    public static readonly KnowledgeBaseStatus DELETE_UNSUCCESSFUL = new("DELETE_UNSUCCESSFUL");
    public static readonly KnowledgeBaseStatus DELETING = new("DELETING");
    public static readonly KnowledgeBaseStatus FAILED = new("FAILED");
    public static readonly KnowledgeBaseStatus UPDATE_UNSUCCESSFUL = new("UPDATE_UNSUCCESSFUL");
    public static readonly KnowledgeBaseStatus UPDATING = new("UPDATING");

    public KnowledgeBaseStatus(string value) : base(value) { }

    public static KnowledgeBaseStatus FindValue(string value) => FindValue<KnowledgeBaseStatus>(value);

    public static implicit operator KnowledgeBaseStatus(string value) => FindValue(value);
}

/// <summary>The vector stores.</summary>
public class KnowledgeBaseStorageType : ConstantClass
{
    public static readonly KnowledgeBaseStorageType MONGO_DB_ATLAS = new("MONGO_DB_ATLAS");
    public static readonly KnowledgeBaseStorageType NEPTUNE_ANALYTICS = new("NEPTUNE_ANALYTICS");
    public static readonly KnowledgeBaseStorageType OPENSEARCH_MANAGED_CLUSTER = new("OPENSEARCH_MANAGED_CLUSTER");
    public static readonly KnowledgeBaseStorageType OPENSEARCH_SERVERLESS = new("OPENSEARCH_SERVERLESS");
    public static readonly KnowledgeBaseStorageType PINECONE = new("PINECONE");
    public static readonly KnowledgeBaseStorageType RDS = new("RDS");
    public static readonly KnowledgeBaseStorageType REDIS_ENTERPRISE_CLOUD = new("REDIS_ENTERPRISE_CLOUD");
    public static readonly KnowledgeBaseStorageType S3_VECTORS = new("S3_VECTORS");

    public KnowledgeBaseStorageType(string value) : base(value) { }

    public static KnowledgeBaseStorageType FindValue(string value) => FindValue<KnowledgeBaseStorageType>(value);

    public static implicit operator KnowledgeBaseStorageType(string value) => FindValue(value);
}

/// <summary>The kinds of knowledge base.</summary>
public class KnowledgeBaseType : ConstantClass
{
    public static readonly KnowledgeBaseType KENDRA = new("KENDRA");
    public static readonly KnowledgeBaseType MANAGED = new("MANAGED");
    public static readonly KnowledgeBaseType SQL = new("SQL");
    public static readonly KnowledgeBaseType VECTOR = new("VECTOR");

    public KnowledgeBaseType(string value) : base(value) { }

    public static KnowledgeBaseType FindValue(string value) => FindValue<KnowledgeBaseType>(value);

    public static implicit operator KnowledgeBaseType(string value) => FindValue(value);
}

public class SupplementalDataStorageLocationType : ConstantClass
{
    public static readonly SupplementalDataStorageLocationType S3 = new("S3");

    public SupplementalDataStorageLocationType(string value) : base(value) { }

    public static SupplementalDataStorageLocationType FindValue(string value) => FindValue<SupplementalDataStorageLocationType>(value);

    public static implicit operator SupplementalDataStorageLocationType(string value) => FindValue(value);
}
