using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.ListKnowledgeBasesAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/")]
public class ListKnowledgeBasesRequest : AmazonBedrockAgentRequest
{
    /// <summary>The page size, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.ListKnowledgeBasesAsync"/>.</summary>
public class ListKnowledgeBasesResponse : AmazonWebServiceResponse
{
    public List<KnowledgeBaseSummary>? KnowledgeBaseSummaries { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}
