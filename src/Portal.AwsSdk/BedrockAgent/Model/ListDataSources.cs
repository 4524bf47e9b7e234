using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.ListDataSourcesAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/")]
public class ListDataSourcesRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    /// <summary>The page size, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.ListDataSourcesAsync"/>.</summary>
public class ListDataSourcesResponse : AmazonWebServiceResponse
{
    public List<DataSourceSummary>? DataSourceSummaries { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}
