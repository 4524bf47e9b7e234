using System.Text.Json;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;
using Portal.LocalCloud.Wire.EventStream;

namespace Portal.LocalCloud.BedrockAgentRuntime;

internal sealed record RetrieveAndGenerateStreamRequest
{
    public required JsonElement? Input { get; init; }

    public JsonElement? RetrieveAndGenerateConfiguration { get; init; }

    public JsonElement? SessionConfiguration { get; init; }

    public string? SessionId { get; init; }

    public JsonElement? UserContext { get; init; }
}

internal sealed record RetrieveAndGenerateStreamResponse
{
    [Header("x-amzn-bedrock-knowledge-base-session-id")]
    public required string SessionId { get; init; }

    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }

    [Payload]
    public required IAsyncEnumerable<StreamEvent> Stream { get; init; }
}

/// <summary>The same answer in pieces: the text of a part, then its citation.</summary>
[Http("POST", "/retrieveAndGenerateStream")]
[Actions("bedrock:RetrieveAndGenerate")]
internal sealed class RetrieveAndGenerateStream(RagAnswerer answerer) : RuntimeOperation<RetrieveAndGenerateStreamRequest, RetrieveAndGenerateStreamResponse>
{
    protected override async Task<RetrieveAndGenerateStreamResponse> RunAsync(RetrieveAndGenerateStreamRequest request, CancellationToken token)
    {
        var plain = new RetrieveAndGenerateRequest
        {
            Input = request.Input,
            RetrieveAndGenerateConfiguration = request.RetrieveAndGenerateConfiguration,
            SessionConfiguration = request.SessionConfiguration,
            SessionId = request.SessionId,
            UserContext = request.UserContext,
        };
        var answer = await answerer.AnswerAsync(nameof(RetrieveAndGenerateStream), plain.Question, plain.SessionId, plain.Configuration, token);
        return new() { SessionId = answer.SessionId, Model = answer.AnsweredBy, Stream = EventsAsync(answer) };
    }

    private static async IAsyncEnumerable<StreamEvent> EventsAsync(RagAnswer answer)
    {
        var at = 0;
        foreach (var (part, references) in answer.Citations)
        {
            foreach (var piece in Pieces.Of(answer.Text[at..(part.End + 1)])) yield return new StreamEvent("output", new GeneratedOutput(piece));
            at = part.End + 1;
            var citation = Citation.Of(part, references);
            yield return new StreamEvent("citation", new CitationEvent(citation, citation.GeneratedResponsePart, citation.RetrievedReferences));
            await Task.Yield();
        }

        if (at < answer.Text.Length) yield return new StreamEvent("output", new GeneratedOutput(answer.Text[at..]));
    }
}

/// <summary>AWS sends the citation twice: in its old place and in the members that replace it.</summary>
internal sealed record CitationEvent(Citation Citation, GeneratedResponsePart GeneratedResponsePart, IReadOnlyList<RetrievalResult> RetrievedReferences);
