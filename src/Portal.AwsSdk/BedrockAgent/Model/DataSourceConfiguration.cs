namespace Amazon.BedrockAgent.Model;

/// <summary>Where the data comes from: the type and the settings of that type.</summary>
public class DataSourceConfiguration
{
    public DataSourceType Type { get; set; }

    public ManagedKnowledgeBaseConnectorConfiguration? ManagedKnowledgeBaseConnectorConfiguration { get; set; }

    public S3DataSourceConfiguration? S3Configuration { get; set; }

    public WebDataSourceConfiguration? WebConfiguration { get; set; }

    public ConfluenceDataSourceConfiguration? ConfluenceConfiguration { get; set; }

    public SalesforceDataSourceConfiguration? SalesforceConfiguration { get; set; }

    public SharePointDataSourceConfiguration? SharePointConfiguration { get; set; }
}
