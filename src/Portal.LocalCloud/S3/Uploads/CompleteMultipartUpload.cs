using System.Security.Cryptography;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record CompleteMultipartUploadRequest
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("uploadId")]
    public required string UploadId { get; init; }

    [Header("x-amz-checksum-")]
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    [Header("x-amz-mp-object-size")]
    public long? ObjectSize { get; init; }

    [Header("If-Match")]
    public string? IfMatch { get; init; }

    [Header("If-None-Match")]
    public string? IfNoneMatch { get; init; }

    [Payload]
    public required CompleteMultipartUploadBody Upload { get; init; }
}

[Named("CompleteMultipartUpload")]
internal sealed record CompleteMultipartUploadBody
{
    [Flat, Item("Part")]
    public IReadOnlyList<CompletedPart>? Parts { get; init; }
}

internal sealed record CompletedPart
{
    public int? PartNumber { get; init; }

    public string? ETag { get; init; }

    public string? ChecksumCRC32 { get; init; }

    public string? ChecksumCRC32C { get; init; }

    public string? ChecksumCRC64NVME { get; init; }

    public string? ChecksumSHA1 { get; init; }

    public string? ChecksumSHA256 { get; init; }

    public string? Checksum(ChecksumAlgorithm algorithm) => algorithm.Name switch
    {
        "CRC32" => ChecksumCRC32,
        "CRC32C" => ChecksumCRC32C,
        "CRC64NVME" => ChecksumCRC64NVME,
        "SHA1" => ChecksumSHA1,
        _ => ChecksumSHA256,
    };
}

[Named("CompleteMultipartUploadResult"), Namespace(S3Api.Namespace)]
internal sealed record CompleteMultipartUploadResponse
{
    public required string Location { get; init; }

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required string ETag { get; init; }

    public string? ChecksumCRC32 { get; init; }

    public string? ChecksumCRC32C { get; init; }

    public string? ChecksumCRC64NVME { get; init; }

    public string? ChecksumSHA1 { get; init; }

    public string? ChecksumSHA256 { get; init; }

    public string? ChecksumType { get; init; }

    [Header("x-amz-version-id")]
    public string? VersionId { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";
}

[Http("POST", "/{Bucket}/{Key+}?uploadId"), Actions("s3:PutObject")]
internal sealed class CompleteMultipartUpload(UploadTable uploads, VersionTable versions, BlobStore blobs) : IOperation<CompleteMultipartUploadRequest, CompleteMultipartUploadResponse>
{
    private const long SmallestPart = 5 * 1024 * 1024;

    public async Task<CompleteMultipartUploadResponse> Handle(CompleteMultipartUploadRequest request, CancellationToken token)
    {
        var upload = await uploads.GetAsync(request.Bucket, request.Key, request.UploadId, token);
        var sent = await uploads.PartsAsync(upload.Id, 0, int.MaxValue, token);
        var parts = Choose(request.Upload.Parts ?? [], sent.ToDictionary(part => part.Number), upload);
        var checksum = PartChecksum.Whole(upload.Algorithm, upload.ChecksumType, parts);
        var size = parts.Sum(part => part.Size);
        if (request.ObjectSize is { } expected && expected != size)
            throw S3Faults.InvalidRequest($"The provided 'x-amz-mp-object-size' header value {expected} does not match what was computed: {size}");
        if (request.Checksums.TryGetValue(upload.Algorithm.Suffix, out var declared) && declared != checksum.Value)
            throw S3Faults.BadDigest($"The {upload.Algorithm.Name} you specified did not match the calculated checksum.");

        var version = new StoredVersion
        {
            Key = upload.Key,
            VersionId = "",
            ModifiedAt = default,
            Size = size,
            ETag = ETag(parts),
            Blobs = new BlobSequence([.. parts.Select(part => part.Blob)], [.. parts.Select(part => part.Size)]),
            Attributes = upload.Attributes,
            Tags = upload.Tags,
            Checksum = checksum,
        };
        var written = await versions.PutAsync(
            upload.Bucket, version,
            current => Preconditions.CheckWrite(upload.Key, request.IfMatch, request.IfNoneMatch, current),
            async connection =>
            {
                if (!await UploadTable.EndAsync(connection, upload.Id, token))
                    throw S3Faults.NoSuchUpload(upload.Id);
            },
            token);
        blobs.Discard(sent.Select(part => part.Blob).Except(version.Blobs.Ids));
        return Respond(upload, version, written);
    }

    private static List<StoredPart> Choose(IReadOnlyList<CompletedPart> wanted, Dictionary<int, StoredPart> sent, StoredUpload upload)
    {
        if (wanted.Count is 0 or > 10000)
            throw S3Faults.MalformedXml();
        var parts = new List<StoredPart>(wanted.Count);
        foreach (var part in wanted)
        {
            if (part.PartNumber is not { } number || part.ETag is not { } etag)
                throw S3Faults.MalformedXml();
            if (parts.Count > 0 && number <= parts[^1].Number)
                throw S3Faults.InvalidPartOrder(upload.Id);
            if (!sent.TryGetValue(number, out var found) || found.ETag != etag.Trim('"')
                || (part.Checksum(upload.Algorithm) is { } checksum && checksum != found.Checksum))
                throw S3Faults.InvalidPart(upload.Id, number, etag);
            parts.Add(found);
        }

        return parts.SkipLast(1).FirstOrDefault(part => part.Size < SmallestPart) is { } small
            ? throw S3Faults.EntityTooSmall(small.Number, small.ETag, small.Size)
            : parts;
    }

    /// <summary>The MD5 of the parts' MD5s, and their number.</summary>
    private static string ETag(List<StoredPart> parts)
    {
        var all = parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray();
#pragma warning disable CA5351 // S3 defines ETags so; nothing is secured by them
        var hash = Convert.ToHexStringLower(MD5.HashData(all));
#pragma warning restore CA5351
        return FormattableString.Invariant($"{hash}-{parts.Count}");
    }

    private static CompleteMultipartUploadResponse Respond(StoredUpload upload, StoredVersion version, WrittenVersion written)
    {
        var checksum = version.Checksum!;
        return new CompleteMultipartUploadResponse
        {
            Location = $"/{upload.Bucket}/{Pipeline.Signatures.CanonicalRequest.Escape(upload.Key, keepSlash: true)}",
            Bucket = upload.Bucket,
            Key = upload.Key,
            ETag = version.QuotedETag,
            ChecksumCRC32 = checksum.For("CRC32"),
            ChecksumCRC32C = checksum.For("CRC32C"),
            ChecksumCRC64NVME = checksum.For("CRC64NVME"),
            ChecksumSHA1 = checksum.For("SHA1"),
            ChecksumSHA256 = checksum.For("SHA256"),
            ChecksumType = checksum.Type,
            VersionId = written.VersionId,
        };
    }
}
