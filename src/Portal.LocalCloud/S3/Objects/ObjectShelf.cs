using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Storage;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>Finds objects for reading, with S3's faults when they are not there.</summary>
internal sealed class ObjectShelf(VersionTable versions, BucketTable buckets, BlobStore blobs)
{
    /// <exception cref="Pipeline.AwsFault">NoSuchBucket, NoSuchKey, NoSuchVersion, or MethodNotAllowed for a delete marker named by its id.</exception>
    public async Task<StoredVersion> FindAsync(string bucket, string key, string? versionId, CancellationToken token)
    {
        ObjectKey.Check(key);
        var version = await versions.FindAsync(bucket, key, versionId, token);
        if (version is { IsDeleteMarker: false })
            return version;
        await buckets.GetAsync(bucket, token);
        throw version switch
        {
            { } marker when versionId is not null => S3Faults.DeleteMarkerNotReadable(marker.VersionId, marker.ModifiedAt),
            { } marker => S3Faults.NoSuchKey(key, deleteMarker: true, marker.VersionId),
            null when versionId is not null => S3Faults.NoSuchVersion(key, versionId),
            null => S3Faults.NoSuchKey(key),
        };
    }

    /// <summary>Finds an object and holds its bytes, so that they can be read whatever happens to it meanwhile.</summary>
    public async Task<HeldObject> HoldAsync(string bucket, string key, string? versionId, CancellationToken token)
    {
        while (true)
        {
            var version = await FindAsync(bucket, key, versionId, token);
            if (blobs.Lease(version.Blobs.Ids) is { } lease)
                return new HeldObject(version, lease);

            // Replaced between the look and the lease: look again. Unless the very same version is still there, and its file is lost.
            if (await versions.FindAsync(bucket, key, versionId, token) is { } again && again.Rank == version.Rank)
                throw new FileNotFoundException($"The bytes of version {version.VersionId} are missing from the data folder.");
        }
    }
}

internal sealed record HeldObject(StoredVersion Version, BlobLease Lease);
