using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.GetDataSourceAsync"/>.</summary>
[RestOperation("GET", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}")]
public class GetDataSourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.GetDataSourceAsync"/>.</summary>
public class GetDataSourceResponse : AmazonWebServiceResponse
{
    public DataSource DataSource { get; set; }
}
