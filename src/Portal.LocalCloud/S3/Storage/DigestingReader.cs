using System.Security.Cryptography;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>The digests of a body that was read to its end.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Md5">Lower-case hex, which is the ETag of an object sent in one piece.</param>
/// <param name="Algorithm">The checksum asked for, or S3's default.</param>
/// <param name="Checksum">Base64.</param>
internal sealed record BodyDigests(long Size, string Md5, ChecksumAlgorithm Algorithm, string Checksum);

/// <summary>Reads a body once, hands its blocks on, and compares its digests with those its sender declared.</summary>
internal static class DigestingReader
{
    private const int BlockSize = 256 * 1024;

    /// <exception cref="Pipeline.AwsFault">BadDigest, IncompleteBody, or whatever the transport finds wrong.</exception>
    public static async Task<BodyDigests> ReadAsync(RequestBody body, DeclaredDigests declared, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> next, CancellationToken token)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var checksum = (declared.Algorithm ?? ChecksumAlgorithm.Default).Begin();
        var block = System.Buffers.ArrayPool<byte>.Shared.Rent(BlockSize);
        long size = 0;
        try
        {
            int read;
            while ((read = await body.Content.ReadAsync(block.AsMemory(0, BlockSize), token)) > 0)
            {
                md5.AppendData(block, 0, read);
                checksum.Append(block.AsSpan(0, read));
                size += read;
                await next(block.AsMemory(0, read), token);
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(block);
        }

        if (body.Length is { } announced && announced != size)
            throw S3Faults.IncompleteBody();
        var hash = md5.GetHashAndReset();
        if (declared.ContentMd5 is not null && declared.ContentMd5 != Convert.ToBase64String(hash))
            throw S3Faults.BadDigest("The Content-MD5 you specified did not match what we received.");
        var computed = Convert.ToBase64String(checksum.Finish());
        CheckChecksum(declared, checksum.Algorithm, computed, body.Trailers());
        return new BodyDigests(size, Convert.ToHexStringLower(hash), checksum.Algorithm, computed);
    }

    private static void CheckChecksum(DeclaredDigests declared, ChecksumAlgorithm algorithm, string computed, IReadOnlyDictionary<string, string> trailers)
    {
        var expected = declared.Value ?? (trailers.TryGetValue(algorithm.Header, out var trailer) ? trailer : null);
        if (expected is null)
            return;
        if (!algorithm.IsValue(expected))
            throw S3Faults.InvalidChecksumValue(algorithm.Header);
        if (expected != computed)
            throw S3Faults.BadDigest($"The {algorithm.Name} you specified did not match the calculated checksum.");
    }
}
