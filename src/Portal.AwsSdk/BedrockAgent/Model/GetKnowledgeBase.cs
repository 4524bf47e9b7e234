using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.GetKnowledgeBaseAsync"/>.</summary>
[RestOperation("GET", "/knowledgebases/{knowledgeBaseId}")]
public class GetKnowledgeBaseRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.GetKnowledgeBaseAsync"/>.</summary>
public class GetKnowledgeBaseResponse : AmazonWebServiceResponse
{
    public KnowledgeBase KnowledgeBase { get; set; }
}
