// A member that is unexpectedly null fails a test as well as an assertion would.
#nullable disable warnings
using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using Portal.LocalCloud.Tests.BedrockRuntime;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.Bedrock;

public sealed class InferenceProfileTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private const string Nova = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonBedrock Bedrock => cloud.Clients.Bedrock;

    [Fact]
    public async Task FoundationModels_ListAndGet_NameTheBuiltInOnesAsWhatTheyAre()
    {
        var models = (await Bedrock.ListFoundationModelsAsync(new ListFoundationModelsRequest(), Token)).ModelSummaries;
        Assert.Equal("Portal LocalCloud", models.Single(model => model.ModelId == "portal.local-extract-v1").ProviderName);
        Assert.Equal("Anthropic", models.Single(model => model.ModelId == "anthropic.claude-3-7-sonnet-20250219-v1:0").ProviderName);
        Assert.All(models, model => Assert.InRange(model.ModelName.Length, 1, 20));
        var embedders = (await Bedrock.ListFoundationModelsAsync(new ListFoundationModelsRequest { ByOutputModality = ModelModality.EMBEDDING }, Token)).ModelSummaries;
        Assert.Contains(embedders, model => model.ModelId == "portal.local-embed-v1");
        Assert.DoesNotContain(embedders, model => model.ModelId == "portal.local-extract-v1");
        Assert.Equal("Nova Lite", (await Bedrock.GetFoundationModelAsync(new GetFoundationModelRequest { ModelIdentifier = "amazon.nova-lite-v1:0" }, Token)).ModelDetails.ModelName);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Bedrock.GetFoundationModelAsync(new GetFoundationModelRequest { ModelIdentifier = "nobody.model-v1:0" }, Token));
    }

    [Fact]
    public async Task Profile_CreateUseTagDelete_GoesItsWay()
    {
        var name = $"tenant {Guid.NewGuid():N}";
        var arn = (await Bedrock.CreateInferenceProfileAsync(new CreateInferenceProfileRequest { InferenceProfileName = name, ModelSource = new InferenceProfileModelSource { CopyFrom = Nova }, Tags = [new Tag { Key = "tenant", Value = "a" }] }, Token)).InferenceProfileArn;
        Assert.Matches("^arn:aws:bedrock:us-east-1:000000000000:application-inference-profile/[a-z0-9]{12}$", arn);
        var got = await Bedrock.GetInferenceProfileAsync(new GetInferenceProfileRequest { InferenceProfileIdentifier = arn }, Token);
        Assert.Equal((name, Nova, "APPLICATION"), (got.InferenceProfileName, got.Models[0].ModelArn, got.Type.Value));
        Assert.Equal("end_turn", (await cloud.Clients.BedrockRuntime.ConverseAsync(ConverseTests.Ask(arn, "[1] a\nBananas are yellow.\nQuestion: Which colour do bananas have?"), Token)).StopReason.Value);
        await Bedrock.TagResourceAsync(new TagResourceRequest { ResourceARN = arn, Tags = [new Tag { Key = "cost", Value = "1" }] }, Token);
        await Bedrock.UntagResourceAsync(new UntagResourceRequest { ResourceARN = arn, TagKeys = ["tenant"] }, Token);
        Assert.Equal(["cost"], (await Bedrock.ListTagsForResourceAsync(new ListTagsForResourceRequest { ResourceARN = arn }, Token)).Tags.Select(tag => tag.Key));
        var listed = (await Bedrock.ListInferenceProfilesAsync(new ListInferenceProfilesRequest { TypeEquals = InferenceProfileType.APPLICATION }, Token)).InferenceProfileSummaries;
        Assert.Contains(listed, profile => profile.InferenceProfileArn == arn);
        await Bedrock.DeleteInferenceProfileAsync(new DeleteInferenceProfileRequest { InferenceProfileIdentifier = arn }, Token);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Bedrock.GetInferenceProfileAsync(new GetInferenceProfileRequest { InferenceProfileIdentifier = arn }, Token));
    }

    [Fact]
    public async Task Profile_InvalidOrSystem_IsRefused()
    {
        Task Create(string name, string source) => Bedrock.CreateInferenceProfileAsync(new CreateInferenceProfileRequest { InferenceProfileName = name, ModelSource = new InferenceProfileModelSource { CopyFrom = source } }, Token);
        var name = $"profile-{Guid.NewGuid():N}";
        await Create(name, "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-lite-v1:0");
        await Assert.ThrowsAsync<ConflictException>(() => Create(name, Nova));
        await Assert.ThrowsAsync<ValidationException>(() => Create("bad__name", Nova));
        await Assert.ThrowsAsync<ValidationException>(() => Create("unknown", "arn:aws:bedrock:us-east-1::foundation-model/nobody.model-v1:0"));
        var system = (await Bedrock.ListInferenceProfilesAsync(new ListInferenceProfilesRequest { TypeEquals = InferenceProfileType.SYSTEM_DEFINED, MaxResults = 5 }, Token));
        Assert.Equal(5, system.InferenceProfileSummaries.Count);
        Assert.NotNull(system.NextToken);
        await Assert.ThrowsAsync<ValidationException>(() => Bedrock.DeleteInferenceProfileAsync(new DeleteInferenceProfileRequest { InferenceProfileIdentifier = "us.amazon.nova-lite-v1:0" }, Token));
    }
}
