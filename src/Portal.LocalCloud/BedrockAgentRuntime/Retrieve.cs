using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgentRuntime;

internal sealed record RetrieveRequest
{
    public required string KnowledgeBaseId { get; init; }

    public required JsonElement? RetrievalQuery { get; init; }

    public JsonElement? RetrievalConfiguration { get; init; }

    public JsonElement? GuardrailConfiguration { get; init; }

    public JsonElement? UserContext { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record RetrieveResponse
{
    public required IReadOnlyList<RetrievalResult> RetrievalResults { get; init; }

    public string? NextToken { get; init; }
}

/// <summary>The nearest chunks, best first. Further pages go on to a hundred chunks in all.</summary>
[Http("POST", "/knowledgebases/{knowledgeBaseId}/retrieve")]
internal sealed class Retrieve(KnowledgeBaseReader reader) : RuntimeOperation<RetrieveRequest, RetrieveResponse>
{
    private const int MaximumInAll = 100;

    protected override async Task<RetrieveResponse> RunAsync(RetrieveRequest request, CancellationToken token)
    {
        if (request.GuardrailConfiguration is not null) throw RuntimeFaults.Unsupported("guardrailConfiguration");
        if (request.UserContext is not null) throw RuntimeFaults.Invalid("userContext is for knowledge bases of type MANAGED only.");
        var query = request.RetrievalQuery!.Value;
        if (query.TryGetProperty("image", out _) || (query.TryGetProperty("type", out var type) && type.GetString() == "IMAGE")) throw RuntimeFaults.Unsupported("retrievalQuery.image");
        if (!query.TryGetProperty("text", out var given) || string.IsNullOrWhiteSpace(given.GetString())) throw RuntimeFaults.Invalid("retrievalQuery.text must not be empty.");

        var knowledgeBase = await reader.FindAsync(request.KnowledgeBaseId.Split('/')[^1], token);
        var settings = RetrievalSettings.Read(request.RetrievalConfiguration, knowledgeBase);
        var text = given.GetString()!;
        // One request, pages apart: the token belongs to the knowledge base, the question and the configuration.
        var listing = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{knowledgeBase.Id}\n{text}\n{request.RetrievalConfiguration}")).AsSpan(0, 12));
        var offset = (int)PageToken.Offset(listing, request.NextToken);
        var end = Math.Min(MaximumInAll, offset + settings.NumberOfResults);
        var found = await reader.SearchAsync(knowledgeBase, settings, text, Math.Min(MaximumInAll, end + 1), nameof(Retrieve), token);
        var page = found.Skip(offset).Take(end - offset).Select(chunk => RetrievalResult.Of(chunk, withScore: true));
        return new() { RetrievalResults = [.. page], NextToken = found.Count > end ? PageToken.Make(listing, end) : null };
    }
}
