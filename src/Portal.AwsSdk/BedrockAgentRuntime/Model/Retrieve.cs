using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgentRuntime.RetrieveAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/retrieve")]
public class RetrieveRequest : AmazonBedrockAgentRuntimeRequest
{
    public GuardrailConfiguration? GuardrailConfiguration { get; set; }

    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }

    public KnowledgeBaseRetrievalConfiguration? RetrievalConfiguration { get; set; }

    public KnowledgeBaseQuery RetrievalQuery { get; set; }

    public UserContext? UserContext { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgentRuntime.RetrieveAsync"/>.</summary>
public class RetrieveResponse : AmazonWebServiceResponse
{
    public GuadrailAction? GuardrailAction { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }

    public List<KnowledgeBaseRetrievalResult>? RetrievalResults { get; set; }
}
