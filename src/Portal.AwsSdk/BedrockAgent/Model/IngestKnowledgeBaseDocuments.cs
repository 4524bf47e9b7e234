using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.IngestKnowledgeBaseDocumentsAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}/documents")]
public class IngestKnowledgeBaseDocumentsRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientToken { get; set; }

    public List<KnowledgeBaseDocument>? Documents { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.IngestKnowledgeBaseDocumentsAsync"/>.</summary>
public class IngestKnowledgeBaseDocumentsResponse : AmazonWebServiceResponse
{
    public List<KnowledgeBaseDocumentDetail>? DocumentDetails { get; set; }
}
