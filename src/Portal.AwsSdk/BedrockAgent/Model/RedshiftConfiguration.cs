namespace Amazon.BedrockAgent.Model;

/// <summary>How to reach and question Amazon Redshift.</summary>
public class RedshiftConfiguration
{
    public List<RedshiftQueryEngineStorageConfiguration>? StorageConfigurations { get; set; }

    public RedshiftQueryEngineConfiguration QueryEngineConfiguration { get; set; }

    public QueryGenerationConfiguration? QueryGenerationConfiguration { get; set; }
}

/// <summary>Where Redshift finds the tables.</summary>
public class RedshiftQueryEngineStorageConfiguration
{
    public RedshiftQueryEngineStorageType Type { get; set; }

    public RedshiftQueryEngineAwsDataCatalogStorageConfiguration? AwsDataCatalogConfiguration { get; set; }

    public RedshiftQueryEngineRedshiftStorageConfiguration? RedshiftConfiguration { get; set; }
}

/// <summary>Tables of the AWS Glue Data Catalog.</summary>
public class RedshiftQueryEngineAwsDataCatalogStorageConfiguration
{
    public List<string>? TableNames { get; set; }
}

/// <summary>A database of Redshift.</summary>
public class RedshiftQueryEngineRedshiftStorageConfiguration
{
    public string DatabaseName { get; set; }
}

/// <summary>The Redshift engine: serverless or provisioned.</summary>
public class RedshiftQueryEngineConfiguration
{
    public RedshiftQueryEngineType Type { get; set; }

    public RedshiftServerlessConfiguration? ServerlessConfiguration { get; set; }

    public RedshiftProvisionedConfiguration? ProvisionedConfiguration { get; set; }
}

/// <summary>A Redshift Serverless workgroup.</summary>
public class RedshiftServerlessConfiguration
{
    public string WorkgroupArn { get; set; }

    public RedshiftServerlessAuthConfiguration AuthConfiguration { get; set; }
}

/// <summary>How to sign in to the workgroup.</summary>
public class RedshiftServerlessAuthConfiguration
{
    public RedshiftServerlessAuthType Type { get; set; }

    public string? UsernamePasswordSecretArn { get; set; }
}

/// <summary>A provisioned Redshift cluster.</summary>
public class RedshiftProvisionedConfiguration
{
    public string ClusterIdentifier { get; set; }

    public RedshiftProvisionedAuthConfiguration AuthConfiguration { get; set; }
}

/// <summary>How to sign in to the cluster.</summary>
public class RedshiftProvisionedAuthConfiguration
{
    public RedshiftProvisionedAuthType Type { get; set; }

    public string? DatabaseUser { get; set; }

    public string? UsernamePasswordSecretArn { get; set; }
}

/// <summary>How questions are turned into SQL.</summary>
public class QueryGenerationConfiguration
{
    public int? ExecutionTimeoutSeconds { get; set; }

    public QueryGenerationContext? GenerationContext { get; set; }
}

/// <summary>What the model is told about the database.</summary>
public class QueryGenerationContext
{
    public List<QueryGenerationTable>? Tables { get; set; }

    public List<CuratedQuery>? CuratedQueries { get; set; }
}

/// <summary>A question with the SQL that answers it, as an example.</summary>
public class CuratedQuery
{
    public string NaturalLanguage { get; set; }

    public string Sql { get; set; }
}
