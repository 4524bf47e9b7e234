using System.Text.Json.Serialization;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A synchronisation of one data source.</summary>
internal sealed record IngestionJob(
    string Id, string KnowledgeBaseId, string DataSourceId, string? Description, string Status, IngestionStatistics Statistics, IReadOnlyList<string> FailureReasons, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt);

/// <summary>AWS's counts of a job.</summary>
internal sealed record IngestionStatistics
{
    /// <summary>New, changed and unchanged documents of a supported format.</summary>
    [JsonPropertyName("numberOfDocumentsScanned")]
    public long NumberOfDocumentsScanned { get; set; }

    [JsonPropertyName("numberOfMetadataDocumentsScanned")]
    public long NumberOfMetadataDocumentsScanned { get; set; }

    [JsonPropertyName("numberOfNewDocumentsIndexed")]
    public long NumberOfNewDocumentsIndexed { get; set; }

    [JsonPropertyName("numberOfModifiedDocumentsIndexed")]
    public long NumberOfModifiedDocumentsIndexed { get; set; }

    /// <summary>Sidecars changed, added to or taken from a document that was indexed before.</summary>
    [JsonPropertyName("numberOfMetadataDocumentsModified")]
    public long NumberOfMetadataDocumentsModified { get; set; }

    [JsonPropertyName("numberOfDocumentsDeleted")]
    public long NumberOfDocumentsDeleted { get; set; }

    [JsonPropertyName("numberOfDocumentsFailed")]
    public long NumberOfDocumentsFailed { get; set; }

    /// <summary>Files of unsupported formats.</summary>
    [JsonPropertyName("numberOfDocumentsSkipped")]
    public long NumberOfDocumentsSkipped { get; set; }
}
