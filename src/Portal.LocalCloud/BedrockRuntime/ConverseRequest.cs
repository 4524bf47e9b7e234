using System.Text.Json;

namespace Portal.LocalCloud.BedrockRuntime;

/// <summary>What Converse and ConverseStream take alike.</summary>
internal abstract record ConversationRequest
{
    public required string ModelId { get; init; }

    public JsonElement? Messages { get; init; }

    public JsonElement? System { get; init; }

    public JsonElement? InferenceConfig { get; init; }

    public JsonElement? ToolConfig { get; init; }

    public JsonElement? GuardrailConfig { get; init; }

    public JsonElement? AdditionalModelRequestFields { get; init; }

    public JsonElement? PromptVariables { get; init; }

    public IReadOnlyList<string>? AdditionalModelResponseFieldPaths { get; init; }

    public JsonElement? RequestMetadata { get; init; }

    public JsonElement? PerformanceConfig { get; init; }

    public JsonElement? ServiceTier { get; init; }

    public JsonElement? OutputConfig { get; init; }
}

internal sealed record ConverseRequest : ConversationRequest;

internal sealed record ConverseStreamRequest : ConversationRequest;
