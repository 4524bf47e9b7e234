using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.GetKnowledgeBaseDocumentsAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents/getDocuments")]
public class GetKnowledgeBaseDocumentsRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    public List<DocumentIdentifier>? DocumentIdentifiers { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.GetKnowledgeBaseDocumentsAsync"/>.</summary>
public class GetKnowledgeBaseDocumentsResponse : AmazonWebServiceResponse
{
    public List<KnowledgeBaseDocumentDetail>? DocumentDetails { get; set; }
}
