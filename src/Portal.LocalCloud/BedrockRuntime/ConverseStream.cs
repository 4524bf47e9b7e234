using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;
using Portal.LocalCloud.Wire.EventStream;

namespace Portal.LocalCloud.BedrockRuntime;

internal sealed record ConverseStreamResponse
{
    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }

    [Payload]
    public required IAsyncEnumerable<StreamEvent> Stream { get; init; }
}

internal sealed record MessageStartEvent(string Role);

internal sealed record ContentBlockDeltaEvent(TextBlock Delta, int ContentBlockIndex);

internal sealed record ContentBlockStopEvent(int ContentBlockIndex);

internal sealed record MessageStopEvent(string StopReason, JsonElement? AdditionalModelResponseFields);

internal sealed record ConverseStreamMetadataEvent(TokenUsage Usage, ConverseMetrics Metrics);

[Http("POST", "/model/{modelId}/converse-stream")]
[Actions("bedrock:InvokeModelWithResponseStream")]
internal sealed class ConverseStream(Generation generation) : InferenceOperation<ConverseStreamRequest, ConverseStreamResponse>
{
    protected override async Task<ConverseStreamResponse> RunAsync(ConverseStreamRequest request, CancellationToken token)
    {
        var model = await generation.ModelAsync(request.ModelId, token);
        var chat = await ConversationReader.ReadAsync(request, token);
        return new() { Model = model.Name, Stream = EventsAsync(model, chat, token) };
    }

    private static async IAsyncEnumerable<StreamEvent> EventsAsync(IChatModel model, ChatRequest request, [EnumeratorCancellation] CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        yield return new StreamEvent("messageStart", new MessageStartEvent("assistant"));
        var last = new ChatPiece("");
        await foreach (var piece in model.AnswerAsync(request, token))
        {
            if (piece.Text.Length > 0) yield return new StreamEvent("contentBlockDelta", new ContentBlockDeltaEvent(new TextBlock(piece.Text), 0));
            last = piece;
        }

        yield return new StreamEvent("contentBlockStop", new ContentBlockStopEvent(0));
        yield return new StreamEvent("messageStop", new MessageStopEvent(last.StopReason ?? "end_turn", ModelNote.Of(model)));
        yield return new StreamEvent("metadata", new ConverseStreamMetadataEvent(TokenUsage.Of(last.InputTokens, last.OutputTokens), new ConverseMetrics(clock.ElapsedMilliseconds)));
    }
}
