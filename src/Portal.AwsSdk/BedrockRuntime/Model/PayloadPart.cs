using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A chunk of the answer in the model's own form.</summary>
public class PayloadPart : IEventStreamEvent
{
    public MemoryStream? Bytes { get; set; }
}
