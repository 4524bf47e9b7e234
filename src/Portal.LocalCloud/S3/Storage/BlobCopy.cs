using System.IO.Pipelines;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>Copies bytes that are already here into a new blob, computing the digests of what was copied.</summary>
internal static class BlobCopy
{
    public static async Task<BodyDigests> TakeAsync(BlobStore blobs, BlobSequence source, ByteRange range, BlobWriter target, ChecksumAlgorithm? algorithm, CancellationToken token)
    {
        var pipe = new Pipe();
        var feeding = FeedAsync(blobs, source, range, pipe.Writer, token);
        await using var content = pipe.Reader.AsStream();
        var body = new RequestBody(content, range.Length, static () => new Dictionary<string, string>());
        var digests = await target.TakeAsync(body, DeclaredDigests.None with { Algorithm = algorithm }, token);
        await feeding;
        return digests;
    }

    private static async Task FeedAsync(BlobStore blobs, BlobSequence source, ByteRange range, PipeWriter writer, CancellationToken token)
    {
        try
        {
            await source.CopyAsync(blobs, range.Offset, range.Length, writer.AsStream(leaveOpen: true), token);
            await writer.CompleteAsync();
        }
        catch (Exception error)
        {
            await writer.CompleteAsync(error);
        }
    }
}
