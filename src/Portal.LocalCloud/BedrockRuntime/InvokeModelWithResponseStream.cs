using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;
using Portal.LocalCloud.Wire.EventStream;

namespace Portal.LocalCloud.BedrockRuntime;

internal sealed record InvokeModelWithResponseStreamRequest
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

internal sealed record InvokeModelWithResponseStreamResponse
{
    [Header("X-Amzn-Bedrock-Content-Type")]
    public string ContentType { get; init; } = "application/json";

    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }

    [Payload]
    public required IAsyncEnumerable<StreamEvent> Stream { get; init; }
}

internal sealed record PayloadPart(byte[] Bytes);

/// <summary>Anthropic's stream events, each as a chunk of bytes.</summary>
[Http("POST", "/model/{modelId}/invoke-with-response-stream")]
internal sealed class InvokeModelWithResponseStream(Generation generation) : IOperation<InvokeModelWithResponseStreamRequest, InvokeModelWithResponseStreamResponse>
{
    public async Task<InvokeModelWithResponseStreamResponse> Handle(InvokeModelWithResponseStreamRequest request, CancellationToken token)
    {
        using var body = InvokeBody.Parse(new InvokeModelRequest { ModelId = request.ModelId, Body = request.Body, GuardrailIdentifier = request.GuardrailIdentifier });
        var model = await generation.ModelAsync(request.ModelId, token);
        var chat = AnthropicBody.Read(body.RootElement);
        return new() { Model = model.Name, Stream = EventsAsync(model, chat, token) };
    }

    private static async IAsyncEnumerable<StreamEvent> EventsAsync(IChatModel model, ChatRequest request, [EnumeratorCancellation] CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        long? first = null;
        var last = new ChatPiece("");
        var message = new AnthropicMessage($"msg_{Guid.NewGuid():N}", "message", "assistant", model.Name, [], null, null, new AnthropicUsage(0, 0));
        yield return Chunk(new { type = "message_start", message });
        yield return Chunk(new { type = "content_block_start", index = 0, content_block = new AnthropicText("text", "") });
        await foreach (var piece in model.AnswerAsync(request, token))
        {
            last = piece;
            if (piece.Text.Length == 0) continue;
            first ??= clock.ElapsedMilliseconds;
            yield return Chunk(new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = piece.Text } });
        }

        yield return Chunk(new { type = "content_block_stop", index = 0 });
        yield return Chunk(new { type = "message_delta", delta = new { stop_reason = last.StopReason, stop_sequence = (string?)null }, usage = new { input_tokens = last.InputTokens, output_tokens = last.OutputTokens } });
        var end = JsonSerializer.SerializeToNode(new { type = "message_stop" })!;
        end["amazon-bedrock-invocationMetrics"] = JsonSerializer.SerializeToNode(new
        {
            inputTokenCount = last.InputTokens,
            outputTokenCount = last.OutputTokens,
            invocationLatency = clock.ElapsedMilliseconds,
            firstByteLatency = first ?? clock.ElapsedMilliseconds,
        });
        yield return new StreamEvent("chunk", new PayloadPart(JsonSerializer.SerializeToUtf8Bytes(end)));
    }

    private static StreamEvent Chunk(object value) => new("chunk", new PayloadPart(JsonSerializer.SerializeToUtf8Bytes(value, InvokeBody.Json)));
}
