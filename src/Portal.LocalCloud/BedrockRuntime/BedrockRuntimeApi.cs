using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.RestJson;

namespace Portal.LocalCloud.BedrockRuntime;

/// <summary>Amazon Bedrock Runtime: inference.</summary>
internal static class BedrockRuntimeApi
{
    public static IServiceCollection AddBedrockRuntime(this IServiceCollection services) => services
        .AddSingleton<ModelResolver>()
        .AddSingleton<ChatRouter>()
        .AddSingleton<Generation>()
        .AddSingleton(new ServiceApi("bedrock-runtime", "bedrock", "bedrock", new RestJsonWire())
        {
            Operations = [Operation.Of<Converse>(), Operation.Of<ConverseStream>(), Operation.Of<InvokeModel>(), Operation.Of<InvokeModelWithResponseStream>()],
        });
}
