using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>The current version of an object in a source bucket. <paramref name="Tag"/> changes with the content.</summary>
internal sealed record SourceObject(string Key, string Tag, long Size);

/// <summary>Reads S3 for the knowledge bases, as their service role would.</summary>
internal sealed class SourceBucket(NpgsqlDataSource database, LocalAccount account)
{
    /// <summary>All current objects below a prefix.</summary>
    /// <exception cref="SourceProblemException">The bucket cannot be read.</exception>
    public async Task<List<SourceObject>> ListAsync(string bucket, string prefix, string? owner, CancellationToken token)
    {
        if (owner is not null && owner != account.Id) throw new SourceProblemException($"The bucket {bucket} is not owned by the account {owner} (Service: S3, Status Code: 403).");
        if (await database.Sql("SELECT count(*) FROM s3_bucket WHERE name = @p0", bucket).NumberAsync(token) == 0)
            throw new SourceProblemException($"The specified bucket {bucket} does not exist (Service: S3, Status Code: 404).");
        return await database.Sql(
            "SELECT key, etag, size FROM s3_version WHERE bucket = @p0 AND is_latest AND NOT is_delete_marker AND starts_with(key, @p1) ORDER BY key",
            bucket, prefix).RowsAsync(row => new SourceObject(row.GetString(0), row.GetString(1), row.GetInt64(2)), token);
    }

    /// <summary>The bytes of an object's current version; null when it is gone.</summary>
    public Task<Stream?> OpenAsync(string bucket, string key, CancellationToken token) => throw new NotSupportedException();
}

/// <summary>Why a data source cannot be read at all.</summary>
internal sealed class SourceProblemException(string reason) : Exception(reason);
