using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.CreateDataSourceAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/")]
public class CreateDataSourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientToken { get; set; }

    public string Name { get; set; }

    public string? Description { get; set; }

    public DataSourceConfiguration DataSourceConfiguration { get; set; }

    public DataDeletionPolicy? DataDeletionPolicy { get; set; }

    public ServerSideEncryptionConfiguration? ServerSideEncryptionConfiguration { get; set; }

    public VectorIngestionConfiguration? VectorIngestionConfiguration { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.CreateDataSourceAsync"/>.</summary>
public class CreateDataSourceResponse : AmazonWebServiceResponse
{
    public DataSource DataSource { get; set; }
}
