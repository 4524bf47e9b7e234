using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;

namespace Portal.LocalCloud.S3.Uploads;

/// <summary>Checksums of parts and of the object they make.</summary>
internal static class PartChecksum
{
    /// <returns>Base64.</returns>
    public static async Task<string> ComputeAsync(BlobStore blobs, Guid blob, ChecksumAlgorithm algorithm, CancellationToken token)
    {
        await using var file = blobs.Open(blob);
        using var state = algorithm.Begin();
        var block = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(block, token)) > 0)
            state.Append(block.AsSpan(0, read));
        return Convert.ToBase64String(state.Finish());
    }

    /// <summary>Composite: the checksum of the parts' checksums. Full object: for CRCs it follows from those of the parts.</summary>
    public static StoredChecksum Whole(ChecksumAlgorithm algorithm, string type, IReadOnlyList<StoredPart> parts)
    {
        if (type == StoredChecksum.Composite)
        {
            var all = parts.SelectMany(part => Convert.FromBase64String(part.Checksum)).ToArray();
            return new StoredChecksum(algorithm, FormattableString.Invariant($"{Convert.ToBase64String(algorithm.Compute(all))}-{parts.Count}"), type);
        }

        var crc = algorithm.Crc!;
        var whole = crc.Empty;
        foreach (var part in parts)
            whole = crc.Combine(whole, crc.FromBytes(Convert.FromBase64String(part.Checksum)), part.Size);
        return new StoredChecksum(algorithm, Convert.ToBase64String(crc.ToBytes(whole)), type);
    }
}
