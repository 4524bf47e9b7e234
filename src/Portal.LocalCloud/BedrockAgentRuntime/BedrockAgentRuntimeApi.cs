using Microsoft.Extensions.DependencyInjection;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.RestJson;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>Agents for Amazon Bedrock Runtime: questions to knowledge bases.</summary>
internal static class BedrockAgentRuntimeApi
{
    public static IServiceCollection AddBedrockAgentRuntime(this IServiceCollection services) => services
        .AddSingleton<ChunkSearch>()
        .AddSingleton<KnowledgeBaseReader>()
        .AddSingleton<RagSessions>()
        .AddSingleton<RagAnswerer>()
        .AddSingleton(new ServiceApi("bedrock-agent-runtime", "bedrock", "bedrock", new RestJsonWire())
        {
            Operations = [Operation.Of<Retrieve>(), Operation.Of<RetrieveAndGenerate>(), Operation.Of<RetrieveAndGenerateStream>()],
        });
}
