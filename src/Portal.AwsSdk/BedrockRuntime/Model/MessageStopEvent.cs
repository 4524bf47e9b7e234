using Amazon.Runtime.Documents;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The message ends; metadata follow.</summary>
public class MessageStopEvent : IEventStreamEvent
{
    public StopReason StopReason { get; set; }

    public Document AdditionalModelResponseFields { get; set; }
}
