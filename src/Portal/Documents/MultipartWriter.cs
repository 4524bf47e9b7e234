using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;

namespace Portal.Documents;

/// <summary>
/// Writes a stream of any length to S3 with flat memory: what fits into one part as one PutObject, everything else as a multipart upload with a few parts on
/// their way at once.
/// </summary>
internal sealed class MultipartWriter(IAmazonS3 s3, string bucket, string key)
{
    /// <summary>Bytes of a part where the length allows it; S3 wants 5 MiB at least.</summary>
    public const int PartBytes = 8 * 1024 * 1024;

    private const int MostParts = 10_000;
    private const int PartsAtOnce = 3;

    /// <summary>Bytes of a part, so that a file of this length has at most 10,000.</summary>
    public static int PartBytesFor(long? length) => (int)Math.Max(PartBytes, Math.Min(int.MaxValue / 4, ((length ?? 0) / (MostParts - 1)) + 1));

    /// <summary>Writes one object in one request.</summary>
    public async Task<string?> PutAsync(ReadOnlyMemory<byte> content, string contentType, string uploadId, bool onlyIfNew, CancellationToken cancellation)
    {
        using var body = ReadOnlyStream(content);
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = body, ContentType = contentType, AutoCloseStream = false };
        request.Metadata.Add(DocumentWriter.UploadIdMetadata, uploadId);
        if (onlyIfNew) request.IfNoneMatch = "*";
        return (await s3.PutObjectAsync(request, cancellation)).VersionId;
    }

    /// <summary>Begins a multipart upload.</summary>
    public async Task<string> BeginAsync(string contentType, string uploadId, CancellationToken cancellation)
    {
        var request = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ContentType = contentType, ChecksumAlgorithm = ChecksumAlgorithm.CRC32 };
        request.Metadata.Add(DocumentWriter.UploadIdMetadata, uploadId);
        return (await s3.InitiateMultipartUploadAsync(request, cancellation)).UploadId;
    }

    /// <summary>Sends the first part and the rest of the content, and completes the upload.</summary>
    /// <param name="multipartId">What S3 called it.</param>
    /// <param name="first">The bytes read already.</param>
    /// <param name="rest">Where the others come from.</param>
    /// <param name="length">The whole length where it is known: then any other number of bytes is a fault.</param>
    /// <param name="refusal">What is wrong with so many bytes; null when nothing is.</param>
    /// <param name="onlyIfNew">Whether an object that appeared meanwhile must not be replaced.</param>
    /// <param name="cancellation">Stops; the caller aborts.</param>
    public async Task<(string? VersionId, long Bytes)> WriteAsync(string multipartId, ReadOnlyMemory<byte> first, Stream rest, long? length, Func<long, PortalProblem?> refusal, bool onlyIfNew, CancellationToken cancellation)
    {
        var parts = new List<Task<PartETag>>();
        using var room = new SemaphoreSlim(PartsAtOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long bytes = first.Length;
        try
        {
            parts.Add(SendAsync(multipartId, 1, first, null, room, stop));
            var partBytes = PartBytesFor(length);
            while (true)
            {
                await room.WaitAsync(stop.Token);
                room.Release();
                var buffer = ArrayPool<byte>.Shared.Rent(partBytes);
                var read = 0;
                try
                {
                    read = await rest.ReadAtLeastAsync(buffer.AsMemory(0, partBytes), partBytes, throwOnEndOfStream: false, stop.Token);
                }
                finally
                {
                    if (read == 0) ArrayPool<byte>.Shared.Return(buffer);
                }

                if (read == 0) break;
                bytes += read;
                var problem = parts.Count == MostParts
                    ? new PortalProblem("EntityTooLarge", "The file is longer than can be sent without its length.", "Upload it with its length.")
                    : refusal(bytes);
                if (problem is not null)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    throw new PortalProblemException(problem);
                }

                parts.Add(SendAsync(multipartId, parts.Count + 1, buffer.AsMemory(0, read), buffer, room, stop));
                if (read < partBytes) break;
            }

            var sent = await Task.WhenAll(parts);
            DocumentWriter.DemandLength(bytes, length);
            var complete = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = multipartId, PartETags = [.. sent] };
            if (onlyIfNew) complete.IfNoneMatch = "*";
            return ((await s3.CompleteMultipartUploadAsync(complete, cancellation)).VersionId, bytes);
        }
        catch
        {
            await stop.CancelAsync();
            // Parts still on their way would outlive the abort, and hold their buffers.
            await Task.WhenAll(parts).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            var fault = parts.FirstOrDefault(part => part.IsFaulted)?.Exception?.InnerException;
            if (fault is not null && !cancellation.IsCancellationRequested) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
            throw;
        }
    }

    private async Task<PartETag> SendAsync(string multipartId, int number, ReadOnlyMemory<byte> content, byte[]? rented, SemaphoreSlim room, CancellationTokenSource stop)
    {
        var entered = false;
        try
        {
            await room.WaitAsync(stop.Token);
            entered = true;
            using var body = ReadOnlyStream(content);
            var request = new UploadPartRequest { BucketName = bucket, Key = key, UploadId = multipartId, PartNumber = number, InputStream = body, PartSize = content.Length, ChecksumAlgorithm = ChecksumAlgorithm.CRC32 };
            var answer = await s3.UploadPartAsync(request, stop.Token);
            return new PartETag(answer);
        }
        catch
        {
            // The reader must not go on for a part that is lost.
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            if (entered) room.Release();
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static MemoryStream ReadOnlyStream(ReadOnlyMemory<byte> content) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(content.ToArray(), writable: false);
}
