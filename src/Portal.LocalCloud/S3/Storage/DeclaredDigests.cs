namespace Portal.LocalCloud.S3.Storage;

/// <summary>What a sender says the digests of its body are: in headers, or in trailers that come after the body.</summary>
/// <param name="ContentMd5">Base64, as sent, or null.</param>
/// <param name="Algorithm">The checksum's algorithm, or null when none was named.</param>
/// <param name="Value">Base64; null when it comes in a trailer or is for S3 to compute.</param>
internal sealed record DeclaredDigests(string? ContentMd5, ChecksumAlgorithm? Algorithm, string? Value)
{
    public static DeclaredDigests None { get; } = new(null, null, null);

    /// <param name="contentMd5">The Content-MD5 header.</param>
    /// <param name="checksums">Headers beginning with x-amz-checksum-, by what follows.</param>
    /// <param name="sdkAlgorithm">The x-amz-sdk-checksum-algorithm header.</param>
    /// <param name="trailer">The x-amz-trailer header.</param>
    public static DeclaredDigests Read(string? contentMd5, IReadOnlyDictionary<string, string> checksums, string? sdkAlgorithm, string? trailer)
    {
        if (contentMd5 is not null && !IsMd5(contentMd5))
            throw S3Faults.InvalidDigest(contentMd5);
        var values = ChecksumAlgorithm.All.Where(algorithm => checksums.ContainsKey(algorithm.Suffix)).ToList();
        if (values.Count > 1)
            throw S3Faults.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        if (values.Count == 1)
        {
            var value = checksums[values[0].Suffix];
            return values[0].IsValue(value) ? new DeclaredDigests(contentMd5, values[0], value) : throw S3Faults.InvalidChecksumValue(values[0].Header);
        }

        var named = trailer?.Split(',', StringSplitOptions.TrimEntries)
            .Where(name => name.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase))
            .Select(name => ChecksumAlgorithm.Named(name["x-amz-checksum-".Length..]))
            .FirstOrDefault();
        if (named is null && sdkAlgorithm is not null)
        {
            named = ChecksumAlgorithm.Named(sdkAlgorithm) ?? throw S3Faults.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
            if (trailer is null && contentMd5 is null)
                throw S3Faults.InvalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }

        return new DeclaredDigests(contentMd5, named, null);
    }

    private static bool IsMd5(string text)
    {
        var bytes = new byte[32];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == 16;
    }
}
