using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>What becomes of the vectors when a data source is deleted.</summary>
public class DataDeletionPolicy : ConstantClass
{
    public static readonly DataDeletionPolicy DELETE = new("DELETE");
    public static readonly DataDeletionPolicy RETAIN = new("RETAIN");

    public DataDeletionPolicy(string value) : base(value) { }

    public static DataDeletionPolicy FindValue(string value) => FindValue<DataDeletionPolicy>(value);

    public static implicit operator DataDeletionPolicy(string value) => FindValue(value);
}

/// <summary>The life of a data source.</summary>
public class DataSourceStatus : ConstantClass
{
    public static readonly DataSourceStatus AVAILABLE = new("AVAILABLE");
    public static readonly DataSourceStatus CREATING = new("CREATING");
    public static readonly DataSourceStatus DELETE_UNSUCCESSFUL = new("DELETE_UNSUCCESSFUL");
    public static readonly DataSourceStatus DELETING = new("DELETING");
    public static readonly DataSourceStatus FAILED = new("FAILED");
    public static readonly DataSourceStatus UPDATING = new("UPDATING");

    public DataSourceStatus(string value) : base(value) { }

    public static DataSourceStatus FindValue(string value) => FindValue<DataSourceStatus>(value);

    public static implicit operator DataSourceStatus(string value) => FindValue(value);
}

/// <summary>The kinds of data source.</summary>
public class DataSourceType : ConstantClass
{
    public static readonly DataSourceType CONFLUENCE = new("CONFLUENCE");
    public static readonly DataSourceType CUSTOM = new("CUSTOM");
    public static readonly DataSourceType MANAGED_KNOWLEDGE_BASE_CONNECTOR = new("MANAGED_KNOWLEDGE_BASE_CONNECTOR");
    public static readonly DataSourceType REDSHIFT_METADATA = new("REDSHIFT_METADATA");
    public static readonly DataSourceType S3 = new("S3");
    public static readonly DataSourceType SALESFORCE = new("SALESFORCE");
    public static readonly DataSourceType SHAREPOINT = new("SHAREPOINT");
    public static readonly DataSourceType WEB = new("WEB");

    public DataSourceType(string value) : base(value) { }

    public static DataSourceType FindValue(string value) => FindValue<DataSourceType>(value);

    public static implicit operator DataSourceType(string value) => FindValue(value);
}
