using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.UpdateKnowledgeBaseAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/{knowledgeBaseId}")]
public class UpdateKnowledgeBaseRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    public string Name { get; set; }

    public string? Description { get; set; }

    public string RoleArn { get; set; }

    public KnowledgeBaseConfiguration KnowledgeBaseConfiguration { get; set; }

    public StorageConfiguration? StorageConfiguration { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.UpdateKnowledgeBaseAsync"/>.</summary>
public class UpdateKnowledgeBaseResponse : AmazonWebServiceResponse
{
    public KnowledgeBase KnowledgeBase { get; set; }
}
