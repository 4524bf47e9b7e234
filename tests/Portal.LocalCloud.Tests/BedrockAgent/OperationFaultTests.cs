using Amazon.Runtime;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgent;

/// <summary>Every operation of the family, called through its real client, is refused by an armed fault with the service's own typed error.</summary>
public sealed class OperationFaultTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private static readonly string[] Operations =
    [
        "BedrockAgent.CreateKnowledgeBase", "BedrockAgent.GetKnowledgeBase", "BedrockAgent.ListKnowledgeBases", "BedrockAgent.UpdateKnowledgeBase", "BedrockAgent.DeleteKnowledgeBase",
        "BedrockAgent.CreateDataSource", "BedrockAgent.GetDataSource", "BedrockAgent.ListDataSources", "BedrockAgent.UpdateDataSource", "BedrockAgent.DeleteDataSource",
        "BedrockAgent.StartIngestionJob", "BedrockAgent.GetIngestionJob", "BedrockAgent.ListIngestionJobs", "BedrockAgent.StopIngestionJob",
        "BedrockAgent.IngestKnowledgeBaseDocuments", "BedrockAgent.GetKnowledgeBaseDocuments", "BedrockAgent.ListKnowledgeBaseDocuments", "BedrockAgent.DeleteKnowledgeBaseDocuments",
        "BedrockAgent.TagResource", "BedrockAgent.UntagResource", "BedrockAgent.ListTagsForResource",
        "BedrockAgentRuntime.Retrieve", "BedrockAgentRuntime.RetrieveAndGenerate", "BedrockAgentRuntime.RetrieveAndGenerateStream",
        "BedrockRuntime.Converse", "BedrockRuntime.ConverseStream", "BedrockRuntime.InvokeModel", "BedrockRuntime.InvokeModelWithResponseStream",
        "Bedrock.ListFoundationModels", "Bedrock.GetFoundationModel", "Bedrock.CreateInferenceProfile", "Bedrock.GetInferenceProfile", "Bedrock.ListInferenceProfiles", "Bedrock.DeleteInferenceProfile",
        "Bedrock.TagResource", "Bedrock.UntagResource", "Bedrock.ListTagsForResource",
    ];

    public static TheoryData<string> All => [.. Operations];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Operation_DeniedByAnArmedFault_GivesTheTypedError(string operation)
    {
        var (service, name) = (operation.Split('.')[0], operation.Split('.')[1]);
        var client = typeof(Portal.Aws.AwsScope).GetProperty(service)!.GetValue(cloud.Clients)!;
        var method = client.GetType().GetMethods().First(candidate => candidate.Name == name + "Async" && candidate.GetParameters() is [{ ParameterType.IsClass: true }, _] && candidate.GetParameters()[0].ParameterType.Name == name + "Request");
        var request = Activator.CreateInstance(method.GetParameters()[0].ParameterType)!;
        foreach (var property in request.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite && property.Name is "KnowledgeBaseId" or "DataSourceId" or "IngestionJobId" or "ResourceArn" or "ResourceARN" or "ModelId" or "ModelIdentifier" or "InferenceProfileIdentifier"))
            property.SetValue(request, "ABCDEFGHIJ");
        cloud.Faults.Arm(new ArmedFault { On = name, Kind = FaultKind.Deny, Times = 1 });
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => (Task)method.Invoke(client, [request, TestContext.Current.CancellationToken])!);
        Assert.Equal("AccessDeniedException", error.ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, error.StatusCode);
        Assert.EndsWith($"{service}.Model.AccessDeniedException", error.GetType().FullName, StringComparison.Ordinal);
        Assert.NotEmpty(error.RequestId);
    }
}
