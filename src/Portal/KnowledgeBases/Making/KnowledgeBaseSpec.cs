using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Aws;

namespace Portal.KnowledgeBases.Making;

/// <summary>A knowledge base to be made, of type VECTOR.</summary>
/// <param name="Name">1 to 100 letters, digits, and single "_" or "-" after each.</param>
/// <param name="RoleArn">The service role that Amazon Bedrock assumes.</param>
/// <param name="EmbeddingModelArn">ARN of the embedding model, or its id, which is completed with the connection's Region.</param>
/// <param name="Store">Where the vectors are.</param>
/// <param name="Description">1 to 200 characters, or null.</param>
/// <param name="Dimensions">Length of the vectors, where the model lets one choose.</param>
public sealed record KnowledgeBaseSpec(
    string Name, string RoleArn, string EmbeddingModelArn, VectorStore Store, string? Description = null, int? Dimensions = null)
{
    /// <summary>The tag that says which operation of the portal made a knowledge base.</summary>
    public const string OperationTag = "portal:operation";

    /// <summary>The request as it goes to AWS.</summary>
    public CreateKnowledgeBaseRequest ToRequest(AwsConnection connection) => new()
    {
        Name = Name,
        Description = Description,
        RoleArn = RoleArn,
        KnowledgeBaseConfiguration = new()
        {
            Type = KnowledgeBaseType.VECTOR,
            VectorKnowledgeBaseConfiguration = new()
            {
                EmbeddingModelArn = ModelArn.OfFoundationModel(EmbeddingModelArn, connection),
                EmbeddingModelConfiguration = Dimensions is null ? null : new() { BedrockEmbeddingModelConfiguration = new() { Dimensions = Dimensions } },
            },
        },
        StorageConfiguration = Store.ToStorageConfiguration(),
    };
}
