using System.Text.Json;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockRuntime;

/// <summary>The Messages body Anthropic's models take in InvokeModel.</summary>
internal static class AnthropicBody
{
    public const string Version = "bedrock-2023-05-31";

    /// <exception cref="Pipeline.AwsFault">It is not such a body, or asks for what LocalCloud cannot do.</exception>
    public static ChatRequest Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw Malformed("the body must be a JSON object");
        if (!body.TryGetProperty("anthropic_version", out var version)) throw Malformed("anthropic_version: Field required");
        if (version.ValueKind != JsonValueKind.String || version.GetString() != Version) throw Malformed($"anthropic_version: Input should be '{Version}'");
        if (!body.TryGetProperty("max_tokens", out var maximum)) throw Malformed("max_tokens: Field required");
        if (maximum.ValueKind != JsonValueKind.Number || !maximum.TryGetInt32(out var tokens) || tokens < 1) throw Malformed("max_tokens: Input should be greater than or equal to 1");
        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0) throw Malformed("messages: Field required");
        foreach (var member in body.EnumerateObject().Where(member => member.Name is not ("anthropic_version" or "max_tokens" or "messages" or "system" or "temperature" or "top_p" or "top_k" or "stop_sequences" or "metadata")))
            throw InferenceFaults.Unsupported(member.Name);

        var turns = messages.EnumerateArray().Select(Turn).ToList();
        if (!turns[0].IsUser) throw Malformed("messages: first message must use the \"user\" role");
        if (!turns[^1].IsUser) throw Malformed("messages: the last message must use the \"user\" role");
        var limits = new ChatLimits(
            tokens,
            body.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null,
            body.TryGetProperty("top_p", out var topP) ? topP.GetDouble() : null,
            body.TryGetProperty("stop_sequences", out var stops) ? [.. stops.EnumerateArray().Select(stop => stop.GetString()!)] : null);
        return new ChatRequest(body.TryGetProperty("system", out var system) ? Texts(system).Texts : [], turns, [], limits);
    }

    private static ChatTurn Turn(JsonElement message)
    {
        var role = message.ValueKind == JsonValueKind.Object && message.TryGetProperty("role", out var given) ? given.GetString() : null;
        if (role is not ("user" or "assistant")) throw Malformed("messages: role must be \"user\" or \"assistant\"");
        if (!message.TryGetProperty("content", out var content)) throw Malformed("messages: content: Field required");
        var (texts, images) = Texts(content);
        return new ChatTurn(role == "user", texts, images);
    }

    private static (List<string> Texts, int Images) Texts(JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String) return ([content.GetString()!], 0);
        if (content.ValueKind != JsonValueKind.Array) throw Malformed("content: Input should be a string or a list of blocks");
        var texts = new List<string>();
        var images = 0;
        foreach (var block in content.EnumerateArray())
        {
            var type = block.ValueKind == JsonValueKind.Object && block.TryGetProperty("type", out var given) ? given.GetString() : null;
            if (type == "text" && block.TryGetProperty("text", out var text)) texts.Add(text.GetString()!);
            else if (type == "image") images++;
            else throw InferenceFaults.Unsupported($"content block of type {type ?? "(none)"}");
        }

        return (texts, images);
    }

    private static Pipeline.AwsFault Malformed(string problem) => InferenceFaults.Invalid($"Malformed input request: {problem}, please reformat your input and try again.");
}
