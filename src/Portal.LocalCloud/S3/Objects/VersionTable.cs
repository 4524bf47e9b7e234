using Npgsql;
using Portal.LocalCloud.S3.Buckets;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.S3.Objects;

/// <summary>The versions of all objects. Changes to one key happen one after the other.</summary>
internal sealed class VersionTable(NpgsqlDataSource data, BlobStore blobs, TimeProvider clock)
{
    /// <summary>The current version or the one asked for; null when there is none.</summary>
    public Task<StoredVersion?> FindAsync(string bucket, string key, string? versionId, CancellationToken token) =>
        versionId is null
            ? data.Sql($"select {StoredVersion.Columns} from s3_version where bucket = @p0 and key = @p1 and is_latest", bucket, key).RowAsync(StoredVersion.Read, token)
            : data.Sql($"select {StoredVersion.Columns} from s3_version where bucket = @p0 and key = @p1 and version_id = @p2", bucket, key, versionId).RowAsync(StoredVersion.Read, token);

    /// <summary>Makes a version current, as the bucket's versioning wants it.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="version">Everything but rank, id and time.</param>
    /// <param name="condition">Looks at the version that is current until then (null for none or a delete marker) and throws to refuse.</param>
    /// <param name="alongside">Runs in the same transaction.</param>
    /// <param name="token">Gives up, but not once the commit has begun.</param>
    public async Task<WrittenVersion> PutAsync(
        string bucket, StoredVersion version, Action<StoredVersion?>? condition, Func<NpgsqlConnection, Task>? alongside, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var versioning = await LockAsync(connection, bucket, version.Key, token);
        var current = await LatestAsync(connection, bucket, version.Key, token);
        condition?.Invoke(current is { IsDeleteMarker: false } ? current : null);

        var id = versioning == "Enabled" ? ResourceIds.Opaque() : StoredVersion.Null;
        var replaced = await MakeRoomAsync(connection, bucket, version.Key, id, token);
        var modified = Now();
        await InsertAsync(connection, bucket, version with { VersionId = id, ModifiedAt = modified }, token);
        if (alongside is not null)
            await alongside(connection);
        await transaction.CommitAsync(CancellationToken.None);
        blobs.Discard(replaced);
        return new WrittenVersion(versioning is null ? null : id, modified);
    }

    /// <summary>Deletes without naming a version: removes the object or, where versions are kept, puts a delete marker on top.</summary>
    public async Task<RemovedVersion> DeleteAsync(string bucket, string key, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        var versioning = await LockAsync(connection, bucket, key, token);
        IReadOnlyList<Guid> removed;
        RemovedVersion result;
        if (versioning is null)
        {
            removed = await RemoveAsync(connection, bucket, key, StoredVersion.Null, token);
            result = new RemovedVersion(null, IsDeleteMarker: false);
        }
        else
        {
            var id = versioning == "Enabled" ? ResourceIds.Opaque() : StoredVersion.Null;
            removed = await MakeRoomAsync(connection, bucket, key, id, token);
            await InsertAsync(connection, bucket, new StoredVersion { Key = key, VersionId = id, ModifiedAt = Now(), IsDeleteMarker = true }, token);
            result = new RemovedVersion(id, IsDeleteMarker: true);
        }

        await transaction.CommitAsync(token);
        blobs.Discard(removed);
        return result;
    }

    /// <summary>Deletes one version for good; the next newest becomes current.</summary>
    public async Task<RemovedVersion> DeleteAsync(string bucket, string key, string versionId, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await LockAsync(connection, bucket, key, token);
        var version = await connection.Sql(
            $"select {StoredVersion.Columns} from s3_version where bucket = @p0 and key = @p1 and version_id = @p2", bucket, key, versionId).RowAsync(StoredVersion.Read, token);
        if (version is null)
            return new RemovedVersion(versionId, IsDeleteMarker: false);
        var removed = await RemoveAsync(connection, bucket, key, versionId, token);
        if (version.IsLatest)
            await connection.Sql(
                "update s3_version set is_latest = true where bucket = @p0 and key = @p1 and rank = (select min(rank) from s3_version where bucket = @p0 and key = @p1)", bucket, key).DoAsync(token);
        await transaction.CommitAsync(token);
        blobs.Discard(removed);
        return new RemovedVersion(versionId, version.IsDeleteMarker);
    }

    /// <returns>False when the version is gone.</returns>
    public async Task<bool> SetTagsAsync(string bucket, StoredVersion version, IReadOnlyDictionary<string, string> tags, CancellationToken token) =>
        await data.Sql("update s3_version set tags = @p3 where bucket = @p0 and key = @p1 and rank = @p2", bucket, version.Key, version.Rank, DbCommands.AsJsonb(tags)).DoAsync(token) == 1;

    /// <summary>Every blob an object or a part of an upload is made of.</summary>
    public async Task<IReadOnlySet<Guid>> NamedBlobsAsync(CancellationToken token) =>
        (await data.Sql("select unnest(blobs) from s3_version union all select blob from s3_part").RowsAsync(row => row.GetGuid(0), token)).ToHashSet();

    private static async Task<string?> LockAsync(NpgsqlConnection connection, string bucket, string key, CancellationToken token)
    {
        await connection.Sql("select pg_advisory_xact_lock(hashtextextended(@p0 || '/' || @p1, 0))", bucket, key).DoAsync(token);
        var found = await connection.Sql("select name, created_at, region, versioning from s3_bucket where name = @p0 for key share", bucket).RowAsync(StoredBucket.Read, token);
        return (found ?? throw S3Faults.NoSuchBucket(bucket)).Versioning;
    }

    private static Task<StoredVersion?> LatestAsync(NpgsqlConnection connection, string bucket, string key, CancellationToken token) =>
        connection.Sql($"select {StoredVersion.Columns} from s3_version where bucket = @p0 and key = @p1 and is_latest", bucket, key).RowAsync(StoredVersion.Read, token);

    /// <returns>The blobs of what had to go.</returns>
    private static async Task<IReadOnlyList<Guid>> MakeRoomAsync(NpgsqlConnection connection, string bucket, string key, string id, CancellationToken token)
    {
        var removed = id == StoredVersion.Null ? await RemoveAsync(connection, bucket, key, id, token) : [];
        await connection.Sql("update s3_version set is_latest = false where bucket = @p0 and key = @p1 and is_latest", bucket, key).DoAsync(token);
        return removed;
    }

    private static async Task<IReadOnlyList<Guid>> RemoveAsync(NpgsqlConnection connection, string bucket, string key, string id, CancellationToken token)
    {
        var rows = await connection.Sql("delete from s3_version where bucket = @p0 and key = @p1 and version_id = @p2 returning blobs", bucket, key, id)
            .RowsAsync(row => row.GetFieldValue<Guid[]>(0), token);
        return [.. rows.SelectMany(row => row)];
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string bucket, StoredVersion version, CancellationToken token)
    {
        const string Insert = """
            insert into s3_version (bucket, key, version_id, is_latest, is_delete_marker, modified_at, size, etag, blobs, blob_sizes, attributes, tags,
              checksum_algorithm, checksum_value, checksum_type)
            values (@p0, @p1, @p2, true, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
            """;
        await connection.Sql(
            Insert, bucket, version.Key, version.VersionId, version.IsDeleteMarker, version.ModifiedAt, version.Size, version.ETag,
            version.Blobs.Ids.ToArray(), version.Blobs.Sizes.ToArray(), DbCommands.AsJsonb(version.Attributes), DbCommands.AsJsonb(version.Tags),
            version.Checksum?.Algorithm.Name, version.Checksum?.Value, version.Checksum?.Type).DoAsync(token);
    }

    /// <summary>S3 keeps whole seconds.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
}

/// <summary>What a write made; the id is null where the bucket has never kept versions.</summary>
internal sealed record WrittenVersion(string? VersionId, DateTimeOffset ModifiedAt);

/// <summary>The version removed or the delete marker made; the id is null where the bucket has never kept versions.</summary>
internal sealed record RemovedVersion(string? VersionId, bool IsDeleteMarker);
