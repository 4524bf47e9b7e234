using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockAgentRuntime;

/// <summary>
/// A fault within an event stream: one the service sent, with the typed exception inside and its JSON as message, or a broken stream.
/// </summary>
public class BedrockAgentRuntimeEventStreamException : EventStreamException
{
    public BedrockAgentRuntimeEventStreamException() { }

    public BedrockAgentRuntimeEventStreamException(string message) : base(message) { }

    public BedrockAgentRuntimeEventStreamException(string message, Exception innerException) : base(message, innerException) { }
}
