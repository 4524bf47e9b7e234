namespace Amazon.BedrockAgent.Model;

/// <summary>Confluence pages.</summary>
public class ConfluenceDataSourceConfiguration
{
    public ConfluenceSourceConfiguration SourceConfiguration { get; set; }

    public ConfluenceCrawlerConfiguration? CrawlerConfiguration { get; set; }
}

/// <summary>Where Confluence is and how to sign in.</summary>
public class ConfluenceSourceConfiguration
{
    public string HostUrl { get; set; }

    public ConfluenceHostType HostType { get; set; }

    public ConfluenceAuthType AuthType { get; set; }

    public string CredentialsSecretArn { get; set; }
}

/// <summary>Which Confluence content is read.</summary>
public class ConfluenceCrawlerConfiguration
{
    public CrawlFilterConfiguration? FilterConfiguration { get; set; }
}
