using System.Text.Json;
using Portal.LocalCloud.BedrockAgent.Ingestion;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>AWS's KnowledgeBaseDocumentDetail structure.</summary>
internal sealed record DocumentDetail
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string Status { get; init; }

    public required DocumentIdentifier Identifier { get; init; }

    public string? StatusReason { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public static DocumentDetail Of(DocumentRecord record) => new()
    {
        KnowledgeBaseId = record.KnowledgeBaseId,
        DataSourceId = record.DataSourceId,
        Status = record.Status,
        Identifier = DocumentIdentifier.Of(record.Identifier, record.IsCustom),
        StatusReason = record.StatusReason,
        UpdatedAt = record.UpdatedAt,
    };
}

internal sealed record DocumentIdentifier
{
    public required string DataSourceType { get; init; }

    public IReadOnlyDictionary<string, string>? S3 { get; init; }

    public IReadOnlyDictionary<string, string>? Custom { get; init; }

    public static DocumentIdentifier Of(string identifier, bool isCustom) => isCustom
        ? new() { DataSourceType = "CUSTOM", Custom = new Dictionary<string, string> { ["id"] = identifier } }
        : new() { DataSourceType = "S3", S3 = new Dictionary<string, string> { ["uri"] = identifier } };

    /// <summary>The id or URI in an identifier whose shape is already checked.</summary>
    public static string Read(JsonElement given, DataSource source)
    {
        var type = given.GetProperty("dataSourceType").GetString()!;
        if (type != source.Type) throw AgentFaults.Invalid($"The dataSourceType {type} does not fit the data source, which is of type {source.Type}.");
        var (member, field) = type == "CUSTOM" ? ("custom", "id") : ("s3", "uri");
        return given.TryGetProperty(member, out var inner) ? inner.GetProperty(field).GetString()! : throw AgentFaults.Invalid($"'{member}' is required for the type {type}.");
    }
}

internal sealed record DocumentDetailsResponse
{
    public required IReadOnlyList<DocumentDetail> DocumentDetails { get; init; }

    public string? NextToken { get; init; }
}
