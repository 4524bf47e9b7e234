using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>The bytes of an object: one blob, or one for each part it was uploaded in.</summary>
/// <param name="Ids">Blobs in order.</param>
/// <param name="Sizes">Their sizes in bytes.</param>
internal sealed record BlobSequence(IReadOnlyList<Guid> Ids, IReadOnlyList<long> Sizes)
{
    private const int BlockSize = 256 * 1024;

    public static BlobSequence Empty { get; } = new([], []);

    /// <summary>A body that sends part of the bytes and lets go of the lease at its end.</summary>
    public ResponseBody Body(BlobStore store, BlobLease lease, long offset, long length) =>
        new(length, (target, token) => CopyAsync(store, offset, length, target, token), lease);

    public async Task CopyAsync(BlobStore store, long offset, long length, Stream target, CancellationToken token)
    {
        var block = System.Buffers.ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            for (var i = 0; i < Ids.Count && length > 0; offset = Math.Max(0, offset - Sizes[i]), i++)
            {
                if (offset >= Sizes[i])
                    continue;
                await using var source = store.Open(Ids[i]);
                source.Position = offset;
                var left = Math.Min(length, Sizes[i] - offset);
                length -= left;
                while (left > 0)
                {
                    var read = await source.ReadAsync(block.AsMemory(0, (int)Math.Min(left, BlockSize)), token);
                    if (read == 0)
                        throw new EndOfStreamException();
                    await target.WriteAsync(block.AsMemory(0, read), token);
                    left -= read;
                }
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(block);
        }
    }
}
