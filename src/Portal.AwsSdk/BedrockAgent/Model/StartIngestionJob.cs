using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.StartIngestionJobAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/")]
public class StartIngestionJobRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientToken { get; set; }

    public string? Description { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.StartIngestionJobAsync"/>.</summary>
public class StartIngestionJobResponse : AmazonWebServiceResponse
{
    public IngestionJob IngestionJob { get; set; }
}
