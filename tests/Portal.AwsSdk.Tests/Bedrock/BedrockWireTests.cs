using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Xunit;

namespace Portal.AwsSdk.Tests.Bedrock;

public sealed class BedrockWireTests : WireTest
{
    [Fact]
    public async Task ListFoundationModels_Filters_AreInTheQuery()
    {
        Server.Answer("""{"modelSummaries":[{"modelArn":"a","modelId":"m","inputModalities":["TEXT","SMELL"],"responseStreamingSupported":true,"modelLifecycle":{"status":"ACTIVE","startOfLifeTime":"2025-01-01T00:00:00Z"}}]}""");
        using var client = Bedrock();

        var response = await client.ListFoundationModelsAsync(new ListFoundationModelsRequest
        {
            ByProvider = "Amazon & co",
            ByOutputModality = ModelModality.EMBEDDING,
        }, Token);

        Sent("GET", "/foundation-models?byOutputModality=EMBEDDING&byProvider=Amazon%20%26%20co", body: null);
        var model = Assert.Single(response.ModelSummaries!);
        Assert.Equal([ModelModality.TEXT, new ModelModality("SMELL")], model.InputModalities);
        Assert.True(model.ResponseStreamingSupported);
        Assert.Equal(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), model.ModelLifecycle!.StartOfLifeTime);
    }

    [Fact]
    public async Task GetFoundationModel_VersionedId_IsEncoded()
    {
        Server.Answer("""{"modelDetails":{"modelId":"anthropic.claude-haiku-4-5-20251001-v1:0"}}""");
        using var client = Bedrock();

        await client.GetFoundationModelAsync(new GetFoundationModelRequest { ModelIdentifier = "anthropic.claude-haiku-4-5-20251001-v1:0" }, Token);

        Sent("GET", "/foundation-models/anthropic.claude-haiku-4-5-20251001-v1%3A0", body: null);
    }

    [Fact]
    public async Task CreateInferenceProfile_TagsAsList_WritesTheExactBody()
    {
        Server.Answer("""{"inferenceProfileArn":"arn:p","status":"ACTIVE"}""", 201);
        using var client = Bedrock();

        var response = await client.CreateInferenceProfileAsync(new CreateInferenceProfileRequest
        {
            InferenceProfileName = "alpha",
            ClientRequestToken = "t",
            ModelSource = new InferenceProfileModelSource { CopyFrom = "arn:m" },
            Tags = [new Tag { Key = "k", Value = "v" }],
        }, Token);

        Sent("POST", "/inference-profiles", """{"inferenceProfileName":"alpha","clientRequestToken":"t","modelSource":{"copyFrom":"arn:m"},"tags":[{"key":"k","value":"v"}]}""");
        Assert.Equal(InferenceProfileStatus.ACTIVE, response.Status);
    }

    [Fact]
    public async Task ListInferenceProfiles_TypeEquals_IsNamedTypeInTheQuery()
    {
        Server.Answer("""{"inferenceProfileSummaries":[{"inferenceProfileId":"p","type":"APPLICATION","models":[{"modelArn":"arn:m"}]}]}""");
        using var client = Bedrock();

        var response = await client.ListInferenceProfilesAsync(new ListInferenceProfilesRequest { MaxResults = 7, TypeEquals = InferenceProfileType.APPLICATION }, Token);

        Sent("GET", "/inference-profiles?maxResults=7&type=APPLICATION", body: null);
        Assert.Equal("arn:m", response.InferenceProfileSummaries![0].Models![0].ModelArn);
    }

    [Fact]
    public async Task DeleteInferenceProfile_Arn_IsEncoded()
    {
        Server.Answer("{}");
        using var client = Bedrock();

        await client.DeleteInferenceProfileAsync(new DeleteInferenceProfileRequest { InferenceProfileIdentifier = "arn:aws:bedrock:x:0:application-inference-profile/abc" }, Token);

        Sent("DELETE", "/inference-profiles/arn%3Aaws%3Abedrock%3Ax%3A0%3Aapplication-inference-profile%2Fabc", body: null);
    }

    [Fact]
    public async Task UntagResource_CapitalArn_KeepsItsWireName()
    {
        Server.Answer("");
        using var client = Bedrock();

        await client.UntagResourceAsync(new UntagResourceRequest { ResourceARN = "arn:x", TagKeys = ["k"] }, Token);

        Sent("POST", "/untagResource", """{"resourceARN":"arn:x","tagKeys":["k"]}""");
    }
}
