using System.Text.Json;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockRuntime;

internal static class InferenceShapes
{
    public static ShapeValidator Validator { get; } = new(ShapeLibrary.Load("bedrock-runtime.shapes"));
}

/// <summary>An operation of Amazon Bedrock Runtime with a JSON body.</summary>
internal abstract class InferenceOperation<TRequest, TResponse>() : CheckedOperation<TRequest, TResponse>(InferenceShapes.Validator)
    where TRequest : notnull
    where TResponse : notnull;

internal sealed record TokenUsage(int InputTokens, int OutputTokens, int TotalTokens, int CacheReadInputTokens = 0, int CacheWriteInputTokens = 0)
{
    public static TokenUsage Of(int input, int output) => new(input, output, input + output);
}

internal sealed record ConverseMetrics(long LatencyMs);

internal sealed record OutputMessage(string Role, IReadOnlyList<TextBlock> Content);

internal sealed record TextBlock(string Text);

internal sealed record ConverseOutput(OutputMessage Message);

/// <summary>What every answer says beside AWS's members: who really answered, and whose token counts these are.</summary>
internal static class ModelNote
{
    public static JsonElement Of(IChatModel model) => JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["answeredBy"] = model.Name, ["tokenizer"] = model.Tokenizer });
}
