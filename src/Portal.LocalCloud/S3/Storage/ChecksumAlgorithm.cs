using System.Security.Cryptography;
using Portal.LocalCloud.Digests;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>One of the checksums S3 keeps with an object.</summary>
internal sealed class ChecksumAlgorithm
{
    private readonly HashAlgorithmName hash;

    private ChecksumAlgorithm(string name, Crc? crc, HashAlgorithmName hash, int bytes)
    {
        Name = name;
        Crc = crc;
        Bytes = bytes;
        this.hash = hash;
    }

    public static IReadOnlyList<ChecksumAlgorithm> All { get; } =
    [
        new("CRC32", Crc.Crc32, default, 4),
        new("CRC32C", Crc.Crc32C, default, 4),
        new("CRC64NVME", Crc.Crc64Nvme, default, 8),
        new("SHA1", null, HashAlgorithmName.SHA1, 20),
        new("SHA256", null, HashAlgorithmName.SHA256, 32),
    ];

    /// <summary>What S3 computes when the sender asks for none.</summary>
    public static ChecksumAlgorithm Default { get; } = Named("CRC64NVME")!;

    /// <summary>As in <c>x-amz-checksum-algorithm</c>.</summary>
    public string Name { get; }

    /// <summary>The end of <c>x-amz-checksum-…</c>.</summary>
    public string Suffix => Name.ToLowerInvariant();

    public string Header => $"x-amz-checksum-{Suffix}";

    public int Bytes { get; }

    /// <summary>Set for those whose parts combine into the checksum of the whole.</summary>
    public Crc? Crc { get; }

    public static ChecksumAlgorithm? Named(string? name) =>
        All.FirstOrDefault(algorithm => string.Equals(algorithm.Name, name, StringComparison.OrdinalIgnoreCase));

    public ChecksumState Begin() => new(this, Crc is null ? IncrementalHash.CreateHash(hash) : null);

    public byte[] Compute(ReadOnlySpan<byte> data)
    {
        using var state = Begin();
        state.Append(data);
        return state.Finish();
    }

    /// <summary>True for base64 of the right number of bytes.</summary>
    public bool IsValue(string text)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Bytes;
    }
}

/// <summary>A checksum under way.</summary>
internal sealed class ChecksumState(ChecksumAlgorithm algorithm, IncrementalHash? hash) : IDisposable
{
    private ulong crc = algorithm.Crc?.Empty ?? 0;

    public ChecksumAlgorithm Algorithm => algorithm;

    public void Append(ReadOnlySpan<byte> data)
    {
        if (hash is not null)
            hash.AppendData(data);
        else
            crc = algorithm.Crc!.Append(crc, data);
    }

    public byte[] Finish() => hash?.GetHashAndReset() ?? algorithm.Crc!.ToBytes(crc);

    public void Dispose() => hash?.Dispose();
}
