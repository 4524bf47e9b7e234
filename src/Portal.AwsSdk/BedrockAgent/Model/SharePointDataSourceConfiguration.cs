namespace Amazon.BedrockAgent.Model;

/// <summary>SharePoint sites.</summary>
public class SharePointDataSourceConfiguration
{
    public SharePointSourceConfiguration SourceConfiguration { get; set; }

    public SharePointCrawlerConfiguration? CrawlerConfiguration { get; set; }
}

/// <summary>Which SharePoint sites and how to sign in.</summary>
public class SharePointSourceConfiguration
{
    public string? TenantId { get; set; }

    public string Domain { get; set; }

    public List<string>? SiteUrls { get; set; }

    public SharePointHostType HostType { get; set; }

    public SharePointAuthType AuthType { get; set; }

    public string CredentialsSecretArn { get; set; }
}

/// <summary>Which SharePoint content is read.</summary>
public class SharePointCrawlerConfiguration
{
    public CrawlFilterConfiguration? FilterConfiguration { get; set; }
}
