using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.StopIngestionJobAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/{ingestionJobId}/stop")]
public class StopIngestionJobRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    [UriLabel]
    public string IngestionJobId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.StopIngestionJobAsync"/>.</summary>
public class StopIngestionJobResponse : AmazonWebServiceResponse
{
    public IngestionJob IngestionJob { get; set; }
}
