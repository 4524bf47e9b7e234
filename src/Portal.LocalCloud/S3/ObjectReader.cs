using System.Runtime.CompilerServices;
using Portal.LocalCloud.S3.Listing;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.S3.Storage;

namespace Portal.LocalCloud.S3;

/// <summary>Current objects for other services of this cloud, as a knowledge base reads its data source.</summary>
internal sealed class ObjectReader(ListingWalk walk, ObjectShelf shelf, BlobStore blobs, Buckets.BucketTable buckets)
{
    private const int PageSize = 1000;

    /// <summary>All current objects below a prefix, by UTF-8 order of their keys.</summary>
    /// <exception cref="Pipeline.AwsFault">NoSuchBucket.</exception>
    public async IAsyncEnumerable<StoredVersion> ListAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken token)
    {
        await buckets.GetAsync(bucket, token);
        for (var start = ListingStart.Beginning; ;)
        {
            var page = await ListingPage.ReadAsync(walk, new ListingQuery(bucket, prefix, null, start, PageSize, AllVersions: false), token);
            foreach (var version in page.Versions)
                yield return version;
            if (page.Next is null)
                yield break;
            start = page.Next;
        }
    }

    /// <summary>An object's bytes, whole.</summary>
    /// <exception cref="Pipeline.AwsFault">NoSuchBucket or NoSuchKey.</exception>
    public async Task<(StoredVersion Version, byte[] Content)> ReadAsync(string bucket, string key, CancellationToken token)
    {
        var (version, lease) = await shelf.HoldAsync(bucket, key, null, token);
        using (lease)
        {
            using var content = new MemoryStream();
            await version.Blobs.CopyAsync(blobs, 0, version.Size, content, token);
            return (version, content.ToArray());
        }
    }
}
