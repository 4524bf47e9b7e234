namespace Amazon.BedrockRuntime.Model;

/// <summary>Everything before this point is cached for later calls.</summary>
public class CachePointBlock
{
    public CachePointType Type { get; set; }

    /// <summary>How long the cached prefix lives; five minutes when unset.</summary>
    public CacheTTL? Ttl { get; set; }
}
