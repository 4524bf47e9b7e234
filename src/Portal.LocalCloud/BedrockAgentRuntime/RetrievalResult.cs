using System.Globalization;
using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>AWS's KnowledgeBaseRetrievalResult, and without a score its RetrievedReference.</summary>
internal sealed record RetrievalResult
{
    public required RetrievedContent Content { get; init; }

    public required RetrievedLocation Location { get; init; }

    public double? Score { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Metadata { get; init; }

    public static RetrievalResult Of(FoundChunk chunk, bool withScore) => new()
    {
        Content = new RetrievedContent("TEXT", chunk.Text),
        Location = chunk.IsCustom
            ? new RetrievedLocation { Type = "CUSTOM", CustomDocumentLocation = new Dictionary<string, string> { ["id"] = chunk.Uri } }
            : new RetrievedLocation { Type = "S3", S3Location = new Dictionary<string, string> { ["uri"] = chunk.Uri } },
        Score = withScore ? chunk.Score : null,
        Metadata = chunk.Metadata.EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => AsDouble(attribute.Value)),
    };

    // The service keeps every number as a double, which its JSON shows: 2022 comes back as 2022.0.
    private static JsonElement AsDouble(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) return value;
        var text = value.GetDouble().ToString("R", CultureInfo.InvariantCulture);
        using var document = JsonDocument.Parse(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
        return document.RootElement.Clone();
    }
}

internal sealed record RetrievedContent(string Type, string Text);

internal sealed record RetrievedLocation
{
    public required string Type { get; init; }

    public IReadOnlyDictionary<string, string>? S3Location { get; init; }

    public IReadOnlyDictionary<string, string>? CustomDocumentLocation { get; init; }
}
