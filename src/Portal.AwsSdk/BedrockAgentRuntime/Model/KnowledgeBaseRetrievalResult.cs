using Amazon.Runtime.Documents;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A chunk that matches the query.</summary>
public class KnowledgeBaseRetrievalResult
{
    public RetrievalResultContent Content { get; set; }

    public string? DocumentId { get; set; }

    public RetrievalResultLocation? Location { get; set; }

    /// <summary>The document's metadata attributes, and some of the service's own.</summary>
    public Dictionary<string, Document>? Metadata { get; set; }

    /// <summary>How well the chunk matches, higher is better; comparable within one answer only.</summary>
    public double? Score { get; set; }
}
