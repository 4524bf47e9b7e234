namespace Amazon.BedrockAgent.Model;

/// <summary>Web pages that are crawled.</summary>
public class WebDataSourceConfiguration
{
    public WebSourceConfiguration SourceConfiguration { get; set; }

    public WebCrawlerConfiguration? CrawlerConfiguration { get; set; }
}

/// <summary>The pages to start from.</summary>
public class WebSourceConfiguration
{
    public UrlConfiguration UrlConfiguration { get; set; }
}

/// <summary>The pages to start from.</summary>
public class UrlConfiguration
{
    public List<SeedUrl>? SeedUrls { get; set; }
}

/// <summary>A page to start from.</summary>
public class SeedUrl
{
    public string? Url { get; set; }
}

/// <summary>How far and how fast the crawler goes.</summary>
public class WebCrawlerConfiguration
{
    public WebCrawlerLimits? CrawlerLimits { get; set; }

    public List<string>? InclusionFilters { get; set; }

    public List<string>? ExclusionFilters { get; set; }

    public WebScopeType? Scope { get; set; }

    public string? UserAgent { get; set; }

    public string? UserAgentHeader { get; set; }
}

/// <summary>How many pages, and how many a minute.</summary>
public class WebCrawlerLimits
{
    /// <summary>Pages per minute and host.</summary>
    public int? RateLimit { get; set; }

    public int? MaxPages { get; set; }
}
