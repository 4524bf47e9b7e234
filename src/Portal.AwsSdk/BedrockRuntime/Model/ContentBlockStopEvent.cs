using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A content block ends.</summary>
public class ContentBlockStopEvent : IEventStreamEvent
{
    public int? ContentBlockIndex { get; set; }
}
