using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.RestJson;

namespace Portal.LocalCloud.Bedrock;

/// <summary>Amazon Bedrock: foundation models and inference profiles.</summary>
internal static class BedrockApi
{
    public static IServiceCollection AddBedrock(this IServiceCollection services) => services
        .AddSingleton<ProfileStore>()
        .AddSingleton(new ServiceApi("bedrock", "bedrock", "bedrock", new RestJsonWire())
        {
            Operations =
            [
                Operation.Of<ListFoundationModels>(), Operation.Of<GetFoundationModel>(),
                Operation.Of<CreateInferenceProfile>(), Operation.Of<GetInferenceProfile>(), Operation.Of<ListInferenceProfiles>(), Operation.Of<DeleteInferenceProfile>(),
                Operation.Of<TagResource>(), Operation.Of<UntagResource>(), Operation.Of<ListTagsForResource>(),
            ],
        });
}
