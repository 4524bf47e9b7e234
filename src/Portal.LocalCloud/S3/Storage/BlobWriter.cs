using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>A blob on its way to the disk.</summary>
internal sealed class BlobWriter : IAsyncDisposable
{
    private readonly string file;
    private readonly BlobStore store;
    private readonly FileStream stream;
    private bool kept;
    private bool named;

    public BlobWriter(string file, BlobStore store)
    {
        this.file = file;
        this.store = store;
        stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        });
    }

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Writes a whole body and flushes it to the disk under its final name. The blob stays only if <see cref="NamedByAsync"/> follows.</summary>
    public async Task<BodyDigests> TakeAsync(RequestBody body, DeclaredDigests declared, CancellationToken token)
    {
        var digests = await DigestingReader.ReadAsync(body, declared, stream.WriteAsync, token);
        stream.Flush(flushToDisk: true);
        await stream.DisposeAsync();
        store.Keep(file, Id);
        kept = true;
        return digests;
    }

    /// <summary>
    /// Has the database name the blob. When that fails in a way that leaves open whether it did, the file stays: a file without a name is swept at
    /// the next start, but a name without its file would be a lost object.
    /// </summary>
    public async Task<T> NamedByAsync<T>(Func<Task<T>> write)
    {
        named = true;
        try
        {
            return await write();
        }
        catch (Pipeline.AwsFault)
        {
            named = false;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        if (!kept)
            File.Delete(file);
        else if (!named)
            store.Discard([Id]);
    }
}
