using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>A version of an object, or a delete marker, as it is kept.</summary>
internal sealed record StoredVersion
{
    public const string Null = "null";

    public const string Columns =
        "key, rank, version_id, is_latest, is_delete_marker, modified_at, size, etag, blobs, blob_sizes, attributes, tags, checksum_algorithm, checksum_value, checksum_type";

    public required string Key { get; init; }

    public long Rank { get; init; }

    public required string VersionId { get; init; }

    public bool IsLatest { get; init; }

    public bool IsDeleteMarker { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public long Size { get; init; }

    /// <summary>Without its quotes.</summary>
    public string ETag { get; init; } = "";

    public BlobSequence Blobs { get; init; } = BlobSequence.Empty;

    public ObjectAttributes Attributes { get; init; } = new();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public StoredChecksum? Checksum { get; init; }

    public string QuotedETag => $"\"{ETag}\"";

    public static StoredVersion Read(NpgsqlDataReader row) => new()
    {
        Key = row.GetString(0),
        Rank = row.GetInt64(1),
        VersionId = row.GetString(2),
        IsLatest = row.GetBoolean(3),
        IsDeleteMarker = row.GetBoolean(4),
        ModifiedAt = row.GetFieldValue<DateTimeOffset>(5),
        Size = row.GetInt64(6),
        ETag = row.GetString(7),
        Blobs = new BlobSequence(row.GetFieldValue<Guid[]>(8), row.GetFieldValue<long[]>(9)),
        Attributes = JsonSerializer.Deserialize<ObjectAttributes>(row.GetString(10))!,
        Tags = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(11))!,
        Checksum = row.TextOrNull(12) is { } algorithm
            ? new StoredChecksum(ChecksumAlgorithm.Named(algorithm)!, row.GetString(13), row.GetString(14))
            : null,
    };
}

/// <summary>The checksum kept with an object.</summary>
/// <param name="Algorithm">Which.</param>
/// <param name="Value">Base64, with the number of parts after a hyphen when composite.</param>
/// <param name="Type"><c>FULL_OBJECT</c> or <c>COMPOSITE</c>.</param>
internal sealed record StoredChecksum(ChecksumAlgorithm Algorithm, string Value, string Type)
{
    public const string FullObject = "FULL_OBJECT";

    public const string Composite = "COMPOSITE";

    /// <summary>The response headers, by what follows <c>x-amz-checksum-</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers =>
        new Dictionary<string, string> { [Algorithm.Suffix] = Value, ["type"] = Type };

    /// <summary>The value when it is of that algorithm, for responses that have an element for each.</summary>
    public string? For(string algorithm) => Algorithm.Name == algorithm ? Value : null;
}
