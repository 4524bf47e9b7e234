using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime;

/// <summary>
/// A fault within an event stream: one the service sent, with the typed exception inside and its JSON as message, or a broken stream.
/// </summary>
public class BedrockRuntimeEventStreamException : EventStreamException
{
    public BedrockRuntimeEventStreamException() { }

    public BedrockRuntimeEventStreamException(string message) : base(message) { }

    public BedrockRuntimeEventStreamException(string message, Exception innerException) : base(message, innerException) { }
}
