namespace Amazon.BedrockRuntime.Model;

/// <summary>Measurements of a call.</summary>
public class ConverseMetrics
{
    /// <summary>The time the call took, in milliseconds.</summary>
    public long? LatencyMs { get; set; }
}
