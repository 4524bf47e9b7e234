using System.Text.Json;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.Documents;

namespace Portal.Ask;

/// <summary>A chunk as AWS returned it; nobody has looked yet whose it is.</summary>
/// <param name="Text">What it says; a table row as "column: value" lines.</param>
/// <param name="Uri">Its S3 location; null for any other kind of location.</param>
/// <param name="Score">AWS's score; RetrieveAndGenerate gives none.</param>
/// <param name="Metadata">Its attributes as JSON values.</param>
public sealed record Chunk(string Text, string? Uri, double? Score, IReadOnlyDictionary<string, JsonElement> Metadata)
{
    internal static Chunk Of(KnowledgeBaseRetrievalResult result) => new(TextOf(result.Content), result.Location?.S3Location?.Uri, result.Score, Read(result.Metadata));

    internal static Chunk Of(RetrievedReference reference) => new(TextOf(reference.Content), reference.Location?.S3Location?.Uri, null, Read(reference.Metadata));

    private static string TextOf(RetrievalResultContent? content) => content switch
    {
        null => "",
        { Text: { } text } => text,
        { Row: { } row } => string.Join('\n', row.Select(column => $"{column.ColumnName}: {column.ColumnValue}")),
        _ => "",
    };

    private static Dictionary<string, JsonElement> Read(Dictionary<string, Document>? metadata) =>
        (metadata ?? []).ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(Plain(pair.Value)));

    private static object? Plain(Document value) => value switch
    {
        _ when value.IsString() => value.AsString(),
        _ when value.IsBool() => value.AsBool(),
        _ when value.IsInt() => value.AsInt(),
        _ when value.IsLong() => value.AsLong(),
        _ when value.IsDouble() => value.AsDouble(),
        _ when value.IsList() => value.AsList().Select(Plain).ToList(),
        _ when value.IsDictionary() => value.AsDictionary().ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        _ => null,
    };
}
