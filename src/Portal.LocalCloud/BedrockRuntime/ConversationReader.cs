using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;
using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockRuntime;

/// <summary>Reads Converse's messages: texts, documents and search results become what a model can answer from, images are counted, the rest is refused by name.</summary>
internal sealed class ConversationReader
{
    private readonly List<AnswerSource> _sources = [];

    public static async Task<ChatRequest> ReadAsync(ConversationRequest request, CancellationToken token)
    {
        foreach (var (member, value) in new (string, JsonElement?)[] { ("toolConfig", request.ToolConfig), ("guardrailConfig", request.GuardrailConfig), ("promptVariables", request.PromptVariables), ("outputConfig", request.OutputConfig) })
        {
            if (value is not null) throw InferenceFaults.Unsupported(member);
        }

        if (request.Messages is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() == 0) throw InferenceFaults.Invalid("A conversation must start with a user message. Try again with a conversation that starts with a user message.");
        var reader = new ConversationReader();
        var turns = new List<ChatTurn>();
        var place = 0;
        foreach (var message in messages.EnumerateArray())
        {
            var role = message.GetProperty("role").GetString();
            if (role == "system") throw InferenceFaults.Unsupported(string.Create(CultureInfo.InvariantCulture, $"messages.{place}.role system"));
            if (turns.Count == 0 && role != "user") throw InferenceFaults.Invalid("A conversation must start with a user message. Try again with a conversation that starts with a user message.");
            if (turns.Count > 0 && turns[^1].IsUser == (role == "user")) throw InferenceFaults.Invalid("A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.");
            turns.Add(await reader.TurnAsync(message, role == "user", place++, token));
        }

        if (!turns[^1].IsUser) throw InferenceFaults.Invalid("The model returned the following errors: the conversation must end with a user message.");
        var system = request.System is { } blocks ? Instructions(blocks) : [];
        return new ChatRequest(system, turns, reader._sources, Limits(request.InferenceConfig));
    }

    private static List<string> Instructions(JsonElement system)
    {
        var texts = new List<string>();
        foreach (var block in system.EnumerateArray())
        {
            if (block.TryGetProperty("text", out var text)) texts.Add(text.GetString()!);
            else if (!block.TryGetProperty("cachePoint", out _)) throw InferenceFaults.Unsupported("system.guardContent");
        }

        return texts;
    }

    private async Task<ChatTurn> TurnAsync(JsonElement message, bool isUser, int place, CancellationToken token)
    {
        var texts = new List<string>();
        var images = 0;
        foreach (var block in message.GetProperty("content").EnumerateArray())
        {
            var member = block.EnumerateObject().First(member => member.Value.ValueKind != JsonValueKind.Null);
            switch (member.Name)
            {
                case "text":
                    if (string.IsNullOrWhiteSpace(member.Value.GetString())) throw InferenceFaults.Invalid("The text field in the ContentBlock object is blank. Add text to the text field, and try again.");
                    texts.Add(member.Value.GetString()!);
                    break;
                case "image":
                    images++;
                    break;
                case "document":
                    await DocumentAsync(member.Value, token);
                    break;
                case "searchResult":
                    _sources.Add(new AnswerSource(_sources.Count + 1, string.Join('\n', member.Value.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("text").GetString())), member.Value.GetProperty("title").GetString()!));
                    break;
                // Hints for a cache, and what a model thought before, change nothing in an extractive answer.
                case "cachePoint" or "reasoningContent":
                    break;
                default:
                    throw InferenceFaults.Unsupported(string.Create(CultureInfo.InvariantCulture, $"messages.{place}.content.{member.Name}"));
            }
        }

        if (isUser && texts.Count == 0 && images == 0) throw InferenceFaults.Invalid("The conversation's user message must contain a text block beside its documents.");
        return new ChatTurn(isUser, texts, images);
    }

    private async Task DocumentAsync(JsonElement document, CancellationToken token)
    {
        var source = document.GetProperty("source");
        var name = document.GetProperty("name").GetString()!;
        string text;
        if (source.TryGetProperty("text", out var given)) text = given.GetString()!;
        else if (source.TryGetProperty("content", out var parts)) text = string.Join('\n', parts.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
        else if (source.TryGetProperty("bytes", out var bytes)) text = await FileAsync(document, bytes.GetBytesFromBase64(), token);
        else throw InferenceFaults.Unsupported("document.source.s3Location");
        _sources.Add(new AnswerSource(_sources.Count + 1, text, name));
    }

    private static async Task<string> FileAsync(JsonElement document, byte[] bytes, CancellationToken token)
    {
        var format = document.TryGetProperty("format", out var given) ? given.GetString() : "txt";
        try
        {
            var pages = await DocumentParser.ReadAsync(DocumentKinds.Of("document." + format), new MemoryStream(bytes), token);
            return new StringBuilder().AppendJoin('\n', pages.Select(page => page.Text)).ToString();
        }
        catch (DocumentProblemException problem)
        {
            throw InferenceFaults.Invalid($"The document could not be read: {problem.Message}");
        }
    }

    private static ChatLimits Limits(JsonElement? config)
    {
        if (config is not { } given) return new ChatLimits();
        return new ChatLimits(
            given.TryGetProperty("maxTokens", out var maximum) ? maximum.GetInt32() : null,
            given.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null,
            given.TryGetProperty("topP", out var topP) ? topP.GetDouble() : null,
            given.TryGetProperty("stopSequences", out var stops) ? [.. stops.EnumerateArray().Select(stop => stop.GetString()!)] : null);
    }
}
