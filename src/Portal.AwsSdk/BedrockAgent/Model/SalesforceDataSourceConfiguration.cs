namespace Amazon.BedrockAgent.Model;

/// <summary>Salesforce records.</summary>
public class SalesforceDataSourceConfiguration
{
    public SalesforceSourceConfiguration SourceConfiguration { get; set; }

    public SalesforceCrawlerConfiguration? CrawlerConfiguration { get; set; }
}

/// <summary>Where Salesforce is and how to sign in.</summary>
public class SalesforceSourceConfiguration
{
    public string HostUrl { get; set; }

    public SalesforceAuthType AuthType { get; set; }

    public string CredentialsSecretArn { get; set; }
}

/// <summary>Which Salesforce content is read.</summary>
public class SalesforceCrawlerConfiguration
{
    public CrawlFilterConfiguration? FilterConfiguration { get; set; }
}
