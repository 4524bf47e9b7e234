using System.Globalization;
using System.Text.Json;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.BedrockRuntime;

internal sealed record InvokeModelRequest
{
    [Length(1, 2048)]
    public required string ModelId { get; init; }

    [Payload]
    public byte[]? Body { get; init; }

    [Header("X-Amzn-Bedrock-GuardrailIdentifier")]
    public string? GuardrailIdentifier { get; init; }

    [Header("X-Amzn-Bedrock-Request-Metadata")]
    [Length(0, 8500)]
    public string? RequestMetadata { get; init; }
}

internal sealed record InvokeModelResponse
{
    [Header("Content-Type")]
    public string ContentType { get; init; } = "application/json";

    [Header("x-amzn-bedrock-input-token-count")]
    public string? InputTokens { get; init; }

    [Header("x-amzn-bedrock-output-token-count")]
    public string? OutputTokens { get; init; }

    [Header("x-amzn-bedrock-invocation-latency")]
    public string? Latency { get; init; }

    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }

    [Payload]
    public required byte[] Body { get; init; }
}

/// <summary>Answers Anthropic bodies by a chat model and Titan embedding bodies by the built-in embedding.</summary>
[Http("POST", "/model/{modelId}/invoke")]
internal sealed class InvokeModel(Generation generation, ModelResolver models) : IOperation<InvokeModelRequest, InvokeModelResponse>
{
    public async Task<InvokeModelResponse> Handle(InvokeModelRequest request, CancellationToken token)
    {
        using var body = InvokeBody.Parse(request);
        if (await models.FindAsync(request.ModelId, token) is { Purpose: ModelPurpose.Embedding }) return Embed(body.RootElement);

        var model = await generation.ModelAsync(request.ModelId, token);
        var generated = await Generation.RunAsync(model, AnthropicBody.Read(body.RootElement), token);
        var answer = new AnthropicMessage(
            $"msg_{Guid.NewGuid():N}", "message", "assistant", model.Name, [new AnthropicText("text", generated.Text)], generated.StopReason, null, new AnthropicUsage(generated.InputTokens, generated.OutputTokens));
        return new()
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(answer, InvokeBody.Json),
            InputTokens = generated.InputTokens.ToString(CultureInfo.InvariantCulture),
            OutputTokens = generated.OutputTokens.ToString(CultureInfo.InvariantCulture),
            Latency = generated.LatencyMilliseconds.ToString(CultureInfo.InvariantCulture),
            Model = model.Name,
        };
    }

    private static InvokeModelResponse Embed(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("inputText", out var text) || text.ValueKind != JsonValueKind.String)
            throw InferenceFaults.Invalid("Malformed input request: required key [inputText] not found, please reformat your input and try again.");
        var count = LocalTokenizer.Count(text.GetString()!);
        return new()
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new { embedding = LocalEmbedding.Embed(text.GetString()!), inputTextTokenCount = count }),
            InputTokens = count.ToString(CultureInfo.InvariantCulture),
            Model = LocalEmbedding.ModelId,
        };
    }
}

internal static class InvokeBody
{
    public const int MaximumBytes = 25_000_000;

    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static JsonDocument Parse(InvokeModelRequest request)
    {
        if (request.GuardrailIdentifier is not null) throw InferenceFaults.Unsupported("guardrailIdentifier");
        if (request.Body is not { Length: > 0 } body) throw InferenceFaults.Invalid("Malformed input request, please reformat your input and try again.");
        if (body.Length > MaximumBytes) throw InferenceFaults.Invalid("The body is larger than 25,000,000 bytes.");
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw InferenceFaults.Invalid("Malformed input request, please reformat your input and try again.");
        }
    }
}

internal sealed record AnthropicMessage(string Id, string Type, string Role, string Model, IReadOnlyList<AnthropicText> Content, string? StopReason, string? StopSequence, AnthropicUsage Usage);

internal sealed record AnthropicText(string Type, string Text);

internal sealed record AnthropicUsage(int InputTokens, int OutputTokens, int CacheCreationInputTokens = 0, int CacheReadInputTokens = 0);
