using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>What the guardrail did.</summary>
public class GuardrailEvent : IEventStreamEvent
{
    public GuadrailAction? Action { get; set; }
}
