using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>An attribute of a document: a string, number, boolean or list of strings, as JSON.</summary>
internal sealed record MetadataAttribute(string Key, JsonElement Value, bool IncludeForEmbedding);

/// <summary>How a CSV file is to be taken apart: which column is content, which become metadata.</summary>
internal sealed record RecordStructure(string ContentField, IReadOnlyList<string>? FieldsToInclude, IReadOnlyList<string>? FieldsToExclude);

/// <summary>What a <c>.metadata.json</c> file says of its document.</summary>
internal sealed record Sidecar(IReadOnlyList<MetadataAttribute> Attributes, RecordStructure? Records)
{
    public const string Suffix = ".metadata.json";

    public const int MaximumBytes = 10 * 1024;

    public static Sidecar None { get; } = new([], null);
}
