using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.CreateKnowledgeBaseAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/")]
public class CreateKnowledgeBaseRequest : AmazonBedrockAgentRequest
{
    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientToken { get; set; }

    public string Name { get; set; }

    public string? Description { get; set; }

    public string RoleArn { get; set; }

    public KnowledgeBaseConfiguration KnowledgeBaseConfiguration { get; set; }

    public StorageConfiguration? StorageConfiguration { get; set; }

    public Dictionary<string, string>? Tags { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.CreateKnowledgeBaseAsync"/>.</summary>
public class CreateKnowledgeBaseResponse : AmazonWebServiceResponse
{
    public KnowledgeBase KnowledgeBase { get; set; }
}
