using System.Text.Json;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>A RetrieveAndGenerate configuration, read and checked.</summary>
internal sealed record RagSettings(string KnowledgeBaseId, string ModelArn, JsonElement? Retrieval, string? PromptTemplate, ChatLimits Limits)
{
    /// <exception cref="Pipeline.AwsFault">A member is missing, or asks for what LocalCloud cannot do.</exception>
    public static RagSettings Read(JsonElement configuration)
    {
        if (configuration.GetProperty("type").GetString() != "KNOWLEDGE_BASE") throw RuntimeFaults.Unsupported("retrieveAndGenerateConfiguration.type EXTERNAL_SOURCES");
        if (configuration.TryGetProperty("externalSourcesConfiguration", out _)) throw RuntimeFaults.Invalid("externalSourcesConfiguration does not fit the type KNOWLEDGE_BASE.");
        if (!configuration.TryGetProperty("knowledgeBaseConfiguration", out var given)) throw RuntimeFaults.Invalid("knowledgeBaseConfiguration is required for the type KNOWLEDGE_BASE.");
        if (given.TryGetProperty("orchestrationConfiguration", out _)) throw RuntimeFaults.Unsupported("knowledgeBaseConfiguration.orchestrationConfiguration");
        string? template = null;
        var limits = new ChatLimits();
        if (given.TryGetProperty("generationConfiguration", out var generation))
        {
            foreach (var member in (string[])["guardrailConfiguration", "additionalModelRequestFields"])
            {
                if (generation.TryGetProperty(member, out _)) throw RuntimeFaults.Unsupported($"knowledgeBaseConfiguration.generationConfiguration.{member}");
            }

            template = generation.TryGetProperty("promptTemplate", out var prompt) && prompt.TryGetProperty("textPromptTemplate", out var text) ? text.GetString() : null;
            if (template?.Contains("$search_results$", StringComparison.Ordinal) == false) throw RuntimeFaults.Invalid("The prompt template must contain the placeholder $search_results$.");
            if (generation.TryGetProperty("inferenceConfig", out var inference) && inference.TryGetProperty("textInferenceConfig", out var settings)) limits = ReadLimits(settings);
        }

        return new(given.GetProperty("knowledgeBaseId").GetString()!, given.GetProperty("modelArn").GetString()!, given.TryGetProperty("retrievalConfiguration", out var retrieval) ? retrieval : null, template, limits);
    }

    private static ChatLimits ReadLimits(JsonElement settings) => new(
        settings.TryGetProperty("maxTokens", out var maximum) ? maximum.GetInt32() : null,
        settings.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null,
        settings.TryGetProperty("topP", out var topP) ? topP.GetDouble() : null,
        settings.TryGetProperty("stopSequences", out var stops) ? [.. stops.EnumerateArray().Select(stop => stop.GetString()!)] : null);
}
