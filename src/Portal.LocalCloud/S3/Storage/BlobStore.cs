namespace Portal.LocalCloud.S3.Storage;

/// <summary>
/// Bytes as files. A blob is written aside, flushed to the disk and renamed, and only then named in the database; it is deleted only after the
/// database has forgotten it. So a crash can leave a file nobody names, never a name without its file; what nobody names is swept at the start.
/// </summary>
internal sealed class BlobStore
{
    private readonly string blobs;
    private readonly string aside;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, int> readers = [];
    private readonly HashSet<Guid> doomed = [];

    public BlobStore(LocalCloudOptions options)
    {
        blobs = Path.Combine(options.DataDirectory, "blobs");
        aside = Path.Combine(options.DataDirectory, "aside");
        Directory.CreateDirectory(blobs);
        Directory.CreateDirectory(aside);
    }

    /// <summary>A blob being written; gone again unless committed.</summary>
    public BlobWriter Write() => new(Path.Combine(aside, Guid.NewGuid().ToString("N")), this);

    /// <summary>Keeps blobs readable until the lease is disposed, even when their object is deleted meanwhile; null when they are gone.</summary>
    public BlobLease? Lease(IReadOnlyList<Guid> ids)
    {
        lock (gate)
        {
            foreach (var id in ids)
            {
                if (doomed.Contains(id) || !File.Exists(PathOf(id)))
                    return null;
            }

            foreach (var id in ids)
                readers[id] = readers.GetValueOrDefault(id) + 1;
        }

        return new BlobLease(this, ids);
    }

    /// <summary>Deletes blobs the database no longer names, once nobody reads them.</summary>
    public void Discard(IEnumerable<Guid> ids)
    {
        lock (gate)
        {
            foreach (var id in ids)
            {
                if (readers.ContainsKey(id))
                    doomed.Add(id);
                else
                    File.Delete(PathOf(id));
            }
        }
    }

    /// <summary>Removes what a crash left: files never renamed and blobs that no row names.</summary>
    /// <returns>How many blobs.</returns>
    public int Sweep(IReadOnlySet<Guid> named)
    {
        foreach (var file in Directory.EnumerateFiles(aside))
            File.Delete(file);
        var swept = 0;
        foreach (var file in Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories))
        {
            if (Guid.TryParseExact(Path.GetFileName(file), "N", out var id) && !named.Contains(id))
            {
                File.Delete(file);
                swept++;
            }
        }

        return swept;
    }

    public FileStream Open(Guid id) =>
        new(PathOf(id), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
        });

    internal void Keep(string file, Guid id)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(file, path);
    }

    internal void Release(IReadOnlyList<Guid> ids)
    {
        lock (gate)
        {
            foreach (var id in ids)
            {
                if (--readers[id] > 0)
                    continue;
                readers.Remove(id);
                if (doomed.Remove(id))
                    File.Delete(PathOf(id));
            }
        }
    }

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(blobs, name[..2], name);
    }
}

/// <summary>The right to read blobs for a while.</summary>
internal sealed class BlobLease(BlobStore store, IReadOnlyList<Guid> ids) : IDisposable
{
    private int released;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref released, 1) == 0)
            store.Release(ids);
    }
}
