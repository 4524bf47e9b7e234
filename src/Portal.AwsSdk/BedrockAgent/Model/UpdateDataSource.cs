using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.UpdateDataSourceAsync"/>.</summary>
[RestOperation("PUT", "/knowledgebases/{knowledgeBaseId}/datasources/{dataSourceId}")]
public class UpdateDataSourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string KnowledgeBaseId { get; set; }

    [UriLabel]
    public string DataSourceId { get; set; }

    public string Name { get; set; }

    public string? Description { get; set; }

    public DataSourceConfiguration DataSourceConfiguration { get; set; }

    public DataDeletionPolicy? DataDeletionPolicy { get; set; }

    public ServerSideEncryptionConfiguration? ServerSideEncryptionConfiguration { get; set; }

    public VectorIngestionConfiguration? VectorIngestionConfiguration { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.UpdateDataSourceAsync"/>.</summary>
public class UpdateDataSourceResponse : AmazonWebServiceResponse
{
    public DataSource DataSource { get; set; }
}
