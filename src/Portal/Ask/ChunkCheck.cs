using System.Text.Json;
using Portal.Tenants;

namespace Portal.Ask;

/// <summary>Why a chunk is not the tenant's.</summary>
public enum ChunkFault
{
    /// <summary>It lacks the tenant attribute.</summary>
    Untagged,

    /// <summary>Its tenant attribute has another value, or is no string.</summary>
    ForeignTag,

    /// <summary>It has no S3 location, so nobody can say whose it is.</summary>
    NoLocation,

    /// <summary>It lies outside the tenant's prefix, or in another bucket.</summary>
    ForeignLocation,
}

/// <summary>A chunk that is surely the tenant's. Only <see cref="ChunkCheck"/> makes one, and only from these a model is asked.</summary>
public sealed record VerifiedChunk
{
    internal VerifiedChunk(int number, Chunk chunk) => (Number, Chunk) = (number, chunk);

    /// <summary>What answers cite it by, from 1.</summary>
    public int Number { get; }

    public Chunk Chunk { get; }

    /// <summary>The last part of its key.</summary>
    public string FileName => Chunk.Uri![(Chunk.Uri!.LastIndexOf('/') + 1)..];
}

/// <summary>A chunk that AWS returned although it is not the tenant's. Its text is not kept.</summary>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Uri">Where it lies.</param>
/// <param name="FoundValue">The value of its tenant attribute, cut to 200 characters; null when it has none.</param>
public sealed record ChunkViolation(ChunkFault Fault, string? Uri, string? FoundValue);

/// <summary>What came of looking at every chunk.</summary>
public sealed record CheckedChunks(IReadOnlyList<VerifiedChunk> Verified, IReadOnlyList<ChunkViolation> Violations);

/// <summary>
/// Looks at every chunk after AWS has filtered: its metadata must hold exactly the tenant's value, and its document must lie under the tenant's prefix in the
/// workspace's bucket. A store that ignores a filter, a sidecar with a wrong tag, a document in a wrong folder: each is caught by one or the other.
/// </summary>
public static class ChunkCheck
{
    private const int LongestFoundValue = 200;

    /// <summary>Sorts chunks into the tenant's and all others.</summary>
    public static CheckedChunks Check(TenantScope scope, IEnumerable<Chunk> chunks) => Check(scope.Attribute, scope.Bucket, scope.Prefix, chunks);

    internal static CheckedChunks Check(KeyValuePair<string, string> attribute, string bucket, string prefix, IEnumerable<Chunk> chunks)
    {
        if (string.IsNullOrWhiteSpace(attribute.Value) || string.IsNullOrEmpty(bucket) || prefix.Length < 2 || !prefix.EndsWith('/'))
            throw new PortalProblemException(new("NoTenantPlace", "The tenant has no attribute value or no prefix of its own, so nothing can be shown as its own.", "An administrator sets them in the tenant's settings."));
        var verified = new List<VerifiedChunk>();
        var violations = new List<ChunkViolation>();
        foreach (var chunk in chunks)
        {
            if (FaultOf(chunk, attribute, $"s3://{bucket}/{prefix}") is { } fault) violations.Add(new ChunkViolation(fault, chunk.Uri, FoundValue(chunk, attribute.Key)));
            else verified.Add(new VerifiedChunk(verified.Count + 1, chunk));
        }

        return new CheckedChunks(verified, violations);
    }

    private static ChunkFault? FaultOf(Chunk chunk, KeyValuePair<string, string> attribute, string place)
    {
        if (!chunk.Metadata.TryGetValue(attribute.Key, out var value)) return ChunkFault.Untagged;
        if (value.ValueKind != JsonValueKind.String || !string.Equals(value.GetString(), attribute.Value, StringComparison.Ordinal)) return ChunkFault.ForeignTag;
        if (chunk.Uri is null) return ChunkFault.NoLocation;
        return chunk.Uri.StartsWith(place, StringComparison.Ordinal) && chunk.Uri.Length > place.Length ? null : ChunkFault.ForeignLocation;
    }

    private static string? FoundValue(Chunk chunk, string key)
    {
        if (!chunk.Metadata.TryGetValue(key, out var value)) return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.Length <= LongestFoundValue ? text : text[..LongestFoundValue];
    }
}
