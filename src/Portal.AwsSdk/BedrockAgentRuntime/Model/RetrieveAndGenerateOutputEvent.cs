using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A piece of the answer.</summary>
public class RetrieveAndGenerateOutputEvent : IEventStreamEvent
{
    public string Text { get; set; }
}
