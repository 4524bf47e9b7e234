using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Uploads;

internal sealed record UploadPartRequest
{
    public required string Bucket { get; init; }

    public required string Key { get; init; }

    [Query("uploadId")]
    public required string UploadId { get; init; }

    [Query("partNumber")]
    public required int PartNumber { get; init; }

    [Header("Content-MD5")]
    public string? ContentMD5 { get; init; }

    [Header("x-amz-checksum-")]
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>();

    [Header("x-amz-sdk-checksum-algorithm")]
    public string? ChecksumAlgorithm { get; init; }

    [Header("x-amz-trailer")]
    public string? Trailer { get; init; }

    [Payload]
    public required RequestBody Body { get; init; }
}

internal sealed record UploadPartResponse
{
    [Header("ETag")]
    public required string ETag { get; init; }

    [Header("x-amz-checksum-")]
    public IReadOnlyDictionary<string, string>? Checksums { get; init; }

    [Header("x-amz-server-side-encryption")]
    public string ServerSideEncryption { get; init; } = "AES256";
}

[Http("PUT", "/{Bucket}/{Key+}?partNumber&uploadId"), Actions("s3:PutObject")]
internal sealed class UploadPart(UploadTable uploads, BlobStore blobs) : IOperation<UploadPartRequest, UploadPartResponse>
{
    private const long LargestBytes = 5L * 1024 * 1024 * 1024;

    public async Task<UploadPartResponse> Handle(UploadPartRequest request, CancellationToken token)
    {
        CheckNumber(request.PartNumber);
        var upload = await uploads.GetAsync(request.Bucket, request.Key, request.UploadId, token);
        var declared = DeclaredDigests.Read(request.ContentMD5, request.Checksums, request.ChecksumAlgorithm, request.Trailer);
        if (upload.ChecksumRequested && declared.Algorithm is { } other && other != upload.Algorithm)
            throw S3Faults.InvalidRequest($"Checksum Type mismatch occurred, expected checksum Type: {upload.Algorithm.Suffix}, actual checksum Type: {other.Suffix}");
        if (request.Body.Length > LargestBytes)
            throw S3Faults.EntityTooLarge(request.Body.Length.Value);

        await using var blob = blobs.Write();
        var digests = await blob.TakeAsync(request.Body, declared with { Algorithm = declared.Algorithm ?? upload.Algorithm }, token);
        if (digests.Algorithm != upload.Algorithm)
        {
            // The sender checked its part by one algorithm, the object will carry another: compute that one from the disk.
            var again = await PartChecksum.ComputeAsync(blobs, blob.Id, upload.Algorithm, token);
            await uploads.PutPartAsync(upload.Id, request.PartNumber, blob, digests with { Checksum = again }, token);
        }
        else
        {
            await uploads.PutPartAsync(upload.Id, request.PartNumber, blob, digests, token);
        }

        return new UploadPartResponse
        {
            ETag = $"\"{digests.Md5}\"",
            Checksums = declared.Algorithm is null && !upload.ChecksumRequested ? null : new Dictionary<string, string> { [digests.Algorithm.Suffix] = digests.Checksum },
        };
    }

    public static void CheckNumber(int number)
    {
        if (number is < 1 or > 10000)
            throw S3Faults.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
