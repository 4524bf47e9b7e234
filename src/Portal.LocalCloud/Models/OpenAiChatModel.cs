using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Models;

/// <summary>Hands generation to a server that speaks OpenAI's chat completions (Ollama, vLLM, llama.cpp …), streamed.</summary>
internal sealed class OpenAiChatModel(LocalCloudOptions.ChatOptions options, HttpClient http) : IChatModel
{
    public string Name => options.OpenAiModel;

    public string Tokenizer => $"as counted by {options.OpenAiModel}";

    public async IAsyncEnumerable<ChatPiece> AnswerAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken token)
    {
        using var response = await SendAsync(request, token);
        await using var body = await response.Content.ReadAsStreamAsync(token);
        using var lines = new StreamReader(body);
        var reason = "end_turn";
        var (input, output, said) = (0, 0, "");
        while (await lines.ReadLineAsync(token) is { } line)
        {
            if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
            var data = line["data:".Length..].Trim();
            if (data == "[DONE]") break;
            using var document = JsonDocument.Parse(data);
            var root = document.RootElement;
            if (root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
                (input, output) = (usage.GetProperty("prompt_tokens").GetInt32(), usage.GetProperty("completion_tokens").GetInt32());
            if (!root.TryGetProperty("choices", out var choices) || choices.GetArrayLength() == 0) continue;
            if (choices[0].TryGetProperty("finish_reason", out var finish) && finish.GetString() == "length") reason = "max_tokens";
            if (!choices[0].TryGetProperty("delta", out var delta) || !delta.TryGetProperty("content", out var content) || content.GetString() is not { Length: > 0 } text) continue;
            said += text;
            yield return new ChatPiece(text);
        }

        // A server that counts nothing leaves the counting to us.
        if (output == 0) (input, output) = (request.Turns.SelectMany(turn => turn.Texts).Sum(LocalTokenizer.Count), LocalTokenizer.Count(said));
        yield return new ChatPiece("", reason, input, output);
    }

    private async Task<HttpResponseMessage> SendAsync(ChatRequest request, CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{options.OpenAiBaseUrl.TrimEnd('/')}/chat/completions") { Content = JsonContent.Create(Body(request)) };
        if (options.OpenAiApiKey.Length > 0) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.OpenAiApiKey);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
        }
        catch (HttpRequestException error)
        {
            throw new AwsFault("ServiceUnavailableException", 503, $"The chat server behind LocalCloud:Chat:OpenAiBaseUrl cannot be reached: {error.Message}");
        }

        if (response.IsSuccessStatusCode) return response;
        var status = (int)response.StatusCode;
        response.Dispose();
        throw new AwsFault("ModelErrorException", 424, string.Create(CultureInfo.InvariantCulture, $"The chat server behind LocalCloud:Chat:OpenAiBaseUrl answered with status {status}."));
    }

    private Dictionary<string, object> Body(ChatRequest request)
    {
        var messages = new List<object>();
        if (request.Instructions.Count > 0) messages.Add(new { role = "system", content = string.Join('\n', request.Instructions) });
        for (var at = 0; at < request.Turns.Count; at++)
        {
            var sources = at == request.Turns.Count - 1 ? request.Sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"[{source.Id}] {source.About}\n{source.Text}\n")) : [];
            messages.Add(new { role = request.Turns[at].IsUser ? "user" : "assistant", content = string.Join('\n', sources.Concat(request.Turns[at].Texts)) });
        }

        var body = new Dictionary<string, object> { ["model"] = options.OpenAiModel, ["messages"] = messages, ["stream"] = true, ["stream_options"] = new { include_usage = true } };
        if (request.Limits.MaximumTokens is { } maximum) body["max_tokens"] = maximum;
        if (request.Limits.Temperature is { } temperature) body["temperature"] = temperature;
        if (request.Limits.TopP is { } topP) body["top_p"] = topP;
        if (request.Limits.StopSequences is { Count: > 0 } stops) body["stop"] = stops;
        return body;
    }
}
