using System.Text.Json;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.BedrockAgentRuntime;

internal sealed record RetrieveAndGenerateRequest
{
    public required JsonElement? Input { get; init; }

    public JsonElement? RetrieveAndGenerateConfiguration { get; init; }

    public JsonElement? SessionConfiguration { get; init; }

    public string? SessionId { get; init; }

    public JsonElement? UserContext { get; init; }

    /// <summary>The configuration, which AWS's shape leaves optional and the service demands.</summary>
    public JsonElement Configuration =>
        UserContext is not null ? throw RuntimeFaults.Invalid("userContext is for knowledge bases of type MANAGED only.")
        : SessionConfiguration is not null ? throw RuntimeFaults.Unsupported("sessionConfiguration")
        : RetrieveAndGenerateConfiguration ?? throw RuntimeFaults.Invalid("retrieveAndGenerateConfiguration is required.");

    public string Question => Input!.Value.GetProperty("text").GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw RuntimeFaults.Invalid("input.text must not be empty.");
}

internal sealed record RetrieveAndGenerateResponse
{
    public required string SessionId { get; init; }

    public required GeneratedOutput Output { get; init; }

    public required IReadOnlyList<Citation> Citations { get; init; }

    [Header(AnsweredBy.Header)]
    public string? Model { get; init; }
}

internal sealed record GeneratedOutput(string Text);

internal sealed record Citation(GeneratedResponsePart GeneratedResponsePart, IReadOnlyList<RetrievalResult> RetrievedReferences)
{
    public static Citation Of(CitedPart part, IReadOnlyList<FoundChunk> references) =>
        new(new GeneratedResponsePart(new TextResponsePart(part.Text, new Span(part.Start, part.End))), [.. references.Select(chunk => RetrievalResult.Of(chunk, withScore: false))]);
}

internal sealed record GeneratedResponsePart(TextResponsePart TextResponsePart);

internal sealed record TextResponsePart(string Text, Span Span);

internal sealed record Span(int Start, int End);

/// <summary>Names the model that really answered; AWS has no such header.</summary>
internal static class AnsweredBy
{
    public const string Header = "x-portal-localcloud-answered-by";
}

[Http("POST", "/retrieveAndGenerate")]
internal sealed class RetrieveAndGenerate(RagAnswerer answerer) : RuntimeOperation<RetrieveAndGenerateRequest, RetrieveAndGenerateResponse>
{
    protected override async Task<RetrieveAndGenerateResponse> RunAsync(RetrieveAndGenerateRequest request, CancellationToken token)
    {
        var answer = await answerer.AnswerAsync(nameof(RetrieveAndGenerate), request.Question, request.SessionId, request.Configuration, token);
        return new()
        {
            SessionId = answer.SessionId,
            Output = new(answer.Text),
            Citations = [.. answer.Citations.Select(citation => Citation.Of(citation.Part, citation.References))],
            Model = answer.AnsweredBy,
        };
    }
}
