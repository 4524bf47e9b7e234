using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.ListIngestionJobsAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/ingestionjobs/")]
public class ListIngestionJobsRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    public List<IngestionJobFilter>? Filters { get; set; }

    public IngestionJobSortBy? SortBy { get; set; }

    /// <summary>The page size, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.ListIngestionJobsAsync"/>.</summary>
public class ListIngestionJobsResponse : AmazonWebServiceResponse
{
    public List<IngestionJobSummary>? IngestionJobSummaries { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}
