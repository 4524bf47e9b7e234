using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.DeleteKnowledgeBaseAsync"/>.</summary>
[RestOperation("DELETE", "/knowledgebases/{knowledgeBaseId}")]
public class DeleteKnowledgeBaseRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.DeleteKnowledgeBaseAsync"/>.</summary>
public class DeleteKnowledgeBaseResponse : AmazonWebServiceResponse
{
    public string KnowledgeBaseId { get; set; }

    public KnowledgeBaseStatus Status { get; set; }
}
