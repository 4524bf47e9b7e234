using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.ListKnowledgeBaseDocumentsAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents")]
public class ListKnowledgeBaseDocumentsRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    /// <summary>The page size, 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.ListKnowledgeBaseDocumentsAsync"/>.</summary>
public class ListKnowledgeBaseDocumentsResponse : AmazonWebServiceResponse
{
    public List<KnowledgeBaseDocumentDetail>? DocumentDetails { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}
