using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A chunk that a part of the answer rests on.</summary>
public class RetrievedReference
{
    public RetrievalResultContent? Content { get; set; }

    public RetrievalResultLocation? Location { get; set; }

    public Dictionary<string, Document>? Metadata { get; set; }
}
