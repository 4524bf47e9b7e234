using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A part of the answer and the chunks it rests on.</summary>
public class CitationEvent : IEventStreamEvent
{
    [Obsolete("Read GeneratedResponsePart and RetrievedReferences instead.")]
    public Citation? Citation { get; set; }

    public GeneratedResponsePart? GeneratedResponsePart { get; set; }

    public List<RetrievedReference>? RetrievedReferences { get; set; }
}
