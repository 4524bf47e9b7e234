using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.DeleteKnowledgeBaseDocumentsAsync"/>.</summary>
[RestOperation("POST", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents/deleteDocuments")]
public class DeleteKnowledgeBaseDocumentsRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientToken { get; set; }

    public List<DocumentIdentifier>? DocumentIdentifiers { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.DeleteKnowledgeBaseDocumentsAsync"/>.</summary>
public class DeleteKnowledgeBaseDocumentsResponse : AmazonWebServiceResponse
{
    public List<KnowledgeBaseDocumentDetail>? DocumentDetails { get; set; }
}
