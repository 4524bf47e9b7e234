namespace Amazon.BedrockRuntime.Model;

/// <summary>The service tier to use, or used.</summary>
public class ServiceTier
{
    public ServiceTierType Type { get; set; }
}
