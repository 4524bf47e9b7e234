using Npgsql;
using Portal.LocalCloud.S3.Storage;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.S3.Buckets;

/// <summary>A bucket as it is kept; its versioning is <c>Enabled</c>, <c>Suspended</c> or null for never enabled.</summary>
internal sealed record StoredBucket(string Name, DateTimeOffset CreatedAt, string Region, string? Versioning)
{
    public static StoredBucket Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.TextOrNull(3));
}

/// <summary>The buckets of the account.</summary>
internal sealed class BucketTable(NpgsqlDataSource data, BlobStore blobs, TimeProvider clock)
{
    private const string Columns = "name, created_at, region, versioning";

    /// <returns>False when there is one of that name.</returns>
    public async Task<bool> AddAsync(string name, string region, CancellationToken token) =>
        await data.Sql("insert into s3_bucket (name, created_at, region) values (@p0, @p1, @p2) on conflict do nothing", name, clock.GetUtcNow(), region).DoAsync(token) == 1;

    /// <exception cref="Pipeline.AwsFault">NoSuchBucket.</exception>
    public async Task<StoredBucket> GetAsync(string name, CancellationToken token) =>
        await data.Sql($"select {Columns} from s3_bucket where name = @p0", name).RowAsync(StoredBucket.Read, token)
        ?? throw S3Faults.NoSuchBucket(name);

    public Task<List<StoredBucket>> ListAsync(string prefix, string after, int limit, CancellationToken token) =>
        data.Sql($"select {Columns} from s3_bucket where starts_with(name, @p0) and name > @p1 order by name limit @p2", prefix, after, limit).RowsAsync(StoredBucket.Read, token);

    public async Task SetVersioningAsync(string name, string status, CancellationToken token)
    {
        if (await data.Sql("update s3_bucket set versioning = @p1 where name = @p0", name, status).DoAsync(token) == 0)
            throw S3Faults.NoSuchBucket(name);
    }

    /// <summary>Uploads under way go with the bucket; objects, versions and delete markers keep it.</summary>
    public async Task RemoveAsync(string name, CancellationToken token)
    {
        await using var connection = await data.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        try
        {
            var parts = await connection.Sql("select p.blob from s3_part p join s3_upload u using (upload_id) where u.bucket = @p0", name).RowsAsync(row => row.GetGuid(0), token);
            await connection.Sql("delete from s3_upload where bucket = @p0", name).DoAsync(token);
            if (await connection.Sql("delete from s3_bucket where name = @p0", name).DoAsync(token) == 0)
                throw S3Faults.NoSuchBucket(name);
            await transaction.CommitAsync(token);
            blobs.Discard(parts);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw S3Faults.BucketNotEmpty(name);
        }
    }
}
