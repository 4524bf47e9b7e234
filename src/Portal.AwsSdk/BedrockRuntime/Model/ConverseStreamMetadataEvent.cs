using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>Token usage and measurements, after the message.</summary>
public class ConverseStreamMetadataEvent : IEventStreamEvent
{
    public TokenUsage Usage { get; set; }

    public ConverseStreamMetrics Metrics { get; set; }

    public ConverseStreamTrace? Trace { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public ServiceTier? ServiceTier { get; set; }
}

/// <summary>Measurements of a call.</summary>
public class ConverseStreamMetrics
{
    /// <summary>The time the call took, in milliseconds.</summary>
    public long? LatencyMs { get; set; }
}

/// <summary>How the call was routed.</summary>
public class ConverseStreamTrace
{
    public PromptRouterTrace? PromptRouter { get; set; }
}
