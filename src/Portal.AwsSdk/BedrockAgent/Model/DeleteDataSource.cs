using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.DeleteDataSourceAsync"/>.</summary>
[RestOperation("DELETE", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}")]
public class DeleteDataSourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.DeleteDataSourceAsync"/>.</summary>
public class DeleteDataSourceResponse : AmazonWebServiceResponse
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public DataSourceStatus Status { get; set; }
}
