using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.GetIngestionJobAsync"/>.</summary>
[RestOperation("GET", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/{ingestionJobId}")]
public class GetIngestionJobRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    [UriLabel]
    public string IngestionJobId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.GetIngestionJobAsync"/>.</summary>
public class GetIngestionJobResponse : AmazonWebServiceResponse
{
    public IngestionJob IngestionJob { get; set; }
}
