using System.Text.Json;
using Portal.LocalCloud.BedrockAgentRuntime;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.BedrockRuntime;

internal sealed record ConverseResponse
{
    public required ConverseOutput Output { get; init; }

    public required string StopReason { get; init; }

    public required TokenUsage Usage { get; init; }

    public required ConverseMetrics Metrics { get; init; }

    public JsonElement? AdditionalModelResponseFields { get; init; }

    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }
}

[Http("POST", "/model/{modelId}/converse")]
[Actions("bedrock:InvokeModel")]
internal sealed class Converse(Generation generation) : InferenceOperation<ConverseRequest, ConverseResponse>
{
    protected override async Task<ConverseResponse> RunAsync(ConverseRequest request, CancellationToken token)
    {
        var model = await generation.ModelAsync(request.ModelId, token);
        var generated = await Generation.RunAsync(model, await ConversationReader.ReadAsync(request, token), token);
        return new()
        {
            Output = new(new OutputMessage("assistant", [new TextBlock(generated.Text)])),
            StopReason = generated.StopReason,
            Usage = TokenUsage.Of(generated.InputTokens, generated.OutputTokens),
            Metrics = new(generated.LatencyMilliseconds),
            AdditionalModelResponseFields = ModelNote.Of(model),
            Model = model.Name,
        };
    }
}
