namespace Amazon.BedrockRuntime.Model;

/// <summary>How many tokens a call took.</summary>
public class TokenUsage
{
    /// <summary>Tokens read, without those that came from the cache.</summary>
    public int? InputTokens { get; set; }

    public int? OutputTokens { get; set; }

    public int? TotalTokens { get; set; }

    /// <summary>Tokens taken from the prompt cache.</summary>
    public int? CacheReadInputTokens { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    public int? CacheWriteInputTokens { get; set; }

    /// <summary>Tokens written to the prompt cache by time to live.</summary>
    public List<CacheDetail>? CacheDetails { get; set; }
}

/// <summary>Tokens written to the prompt cache with one time to live.</summary>
public class CacheDetail
{
    public CacheTTL Ttl { get; set; }

    public int? InputTokens { get; set; }
}
