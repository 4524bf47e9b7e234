using Amazon.Runtime;

namespace Amazon.BedrockAgent;

public class IncludeExclude : ConstantClass
{
    public static readonly IncludeExclude EXCLUDE = new("EXCLUDE");
    public static readonly IncludeExclude INCLUDE = new("INCLUDE");

    public IncludeExclude(string value) : base(value) { }

    public static IncludeExclude FindValue(string value) => FindValue<IncludeExclude>(value);

    public static implicit operator IncludeExclude(string value) => FindValue(value);
}

public class QueryEngineType : ConstantClass
{
    public static readonly QueryEngineType REDSHIFT = new("REDSHIFT");

    public QueryEngineType(string value) : base(value) { }

    public static QueryEngineType FindValue(string value) => FindValue<QueryEngineType>(value);

    public static implicit operator QueryEngineType(string value) => FindValue(value);
}

public class RedshiftProvisionedAuthType : ConstantClass
{
    public static readonly RedshiftProvisionedAuthType IAM = new("IAM");
    public static readonly RedshiftProvisionedAuthType USERNAME = new("USERNAME");
    public static readonly RedshiftProvisionedAuthType USERNAME_PASSWORD = new("USERNAME_PASSWORD");

    public RedshiftProvisionedAuthType(string value) : base(value) { }

    public static RedshiftProvisionedAuthType FindValue(string value) => FindValue<RedshiftProvisionedAuthType>(value);

    public static implicit operator RedshiftProvisionedAuthType(string value) => FindValue(value);
}

public class RedshiftQueryEngineStorageType : ConstantClass
{
    public static readonly RedshiftQueryEngineStorageType AWS_DATA_CATALOG = new("AWS_DATA_CATALOG");
    public static readonly RedshiftQueryEngineStorageType REDSHIFT = new("REDSHIFT");

    public RedshiftQueryEngineStorageType(string value) : base(value) { }

    public static RedshiftQueryEngineStorageType FindValue(string value) => FindValue<RedshiftQueryEngineStorageType>(value);

    public static implicit operator RedshiftQueryEngineStorageType(string value) => FindValue(value);
}

public class RedshiftQueryEngineType : ConstantClass
{
    public static readonly RedshiftQueryEngineType PROVISIONED = new("PROVISIONED");
    public static readonly RedshiftQueryEngineType SERVERLESS = new("SERVERLESS");

    public RedshiftQueryEngineType(string value) : base(value) { }

    public static RedshiftQueryEngineType FindValue(string value) => FindValue<RedshiftQueryEngineType>(value);

    public static implicit operator RedshiftQueryEngineType(string value) => FindValue(value);
}

public class RedshiftServerlessAuthType : ConstantClass
{
    public static readonly RedshiftServerlessAuthType IAM = new("IAM");
    public static readonly RedshiftServerlessAuthType USERNAME_PASSWORD = new("USERNAME_PASSWORD");

    public RedshiftServerlessAuthType(string value) : base(value) { }

    public static RedshiftServerlessAuthType FindValue(string value) => FindValue<RedshiftServerlessAuthType>(value);

    public static implicit operator RedshiftServerlessAuthType(string value) => FindValue(value);
}
