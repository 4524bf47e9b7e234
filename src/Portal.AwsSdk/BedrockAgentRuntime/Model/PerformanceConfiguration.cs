namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>Whether latency is optimised.</summary>
public class PerformanceConfiguration
{
    public PerformanceConfigLatency? Latency { get; set; }
}
