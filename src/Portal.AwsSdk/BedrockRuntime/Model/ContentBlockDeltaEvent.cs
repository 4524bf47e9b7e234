using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A piece of a content block.</summary>
public class ContentBlockDeltaEvent : IEventStreamEvent
{
    public ContentBlockDelta Delta { get; set; }

    public int? ContentBlockIndex { get; set; }
}
