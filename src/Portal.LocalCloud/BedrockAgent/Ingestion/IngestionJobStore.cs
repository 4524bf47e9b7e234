using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Ingestion jobs in the database, which itself keeps the limit of one running job per knowledge base.</summary>
internal sealed class IngestionJobStore(NpgsqlDataSource database, TimeProvider time)
{
    public const int MaximumPerAccount = 5;

    private const string Columns = "id, knowledge_base_id, data_source_id, description, status, statistics::text, failure_reasons::text, started_at, updated_at";

    private const string Running = "status IN ('STARTING', 'IN_PROGRESS', 'STOPPING')";

    public async Task<(IngestionJob? Job, StartRefusal Refusal)> AddAsync(DataSource source, string? description, string? clientToken, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        // One lock for the account: counting and adding must be one step.
        await connection.Sql("SELECT pg_advisory_xact_lock(hashtext('ingestion_job'))").DoAsync(token);
        if (clientToken is not null
            && await connection.Sql($"SELECT {Columns} FROM ingestion_job WHERE data_source_id = @p0 AND client_token = @p1", source.Id, clientToken).RowAsync(Read, token) is { } known)
            return (known, StartRefusal.None);

        var running = await connection.Sql($"SELECT {Columns} FROM ingestion_job WHERE {Running}").RowsAsync(Read, token);
        if (running.Exists(job => job.DataSourceId == source.Id)) return (null, StartRefusal.DataSource);
        if (running.Exists(job => job.KnowledgeBaseId == source.KnowledgeBaseId)) return (null, StartRefusal.KnowledgeBase);
        if (running.Count >= MaximumPerAccount) return (null, StartRefusal.Account);

        var now = time.GetUtcNow();
        var job = new IngestionJob(ResourceIds.Ten(), source.KnowledgeBaseId, source.Id, description, "STARTING", new IngestionStatistics(), [], now, now);
        await connection.Sql(
            "INSERT INTO ingestion_job (id, knowledge_base_id, data_source_id, description, status, statistics, client_token, started_at, updated_at) VALUES (@p0, @p1, @p2, @p3::text, @p4, @p5, @p6::text, @p7, @p7)",
            job.Id, job.KnowledgeBaseId, job.DataSourceId, description, job.Status, DbCommands.AsJsonb(job.Statistics), clientToken, now).DoAsync(token);
        await transaction.CommitAsync(token);
        return (job, StartRefusal.None);
    }

    public Task<IngestionJob?> FindAsync(string dataSourceId, string id, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM ingestion_job WHERE id = @p0 AND data_source_id = @p1", id, dataSourceId).RowAsync(Read, token);

    public Task<List<IngestionJob>> ListAsync(string dataSourceId, IReadOnlyList<string>? statuses, string order, long offset, int maximum, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM ingestion_job WHERE data_source_id = @p0 AND (@p1::text[] IS NULL OR status = ANY(@p1::text[])) ORDER BY {order}, id OFFSET @p2 LIMIT @p3",
            dataSourceId, statuses?.ToArray(), offset, maximum).RowsAsync(Read, token);

    public Task<List<IngestionJob>> RunningAsync(CancellationToken token) => database.Sql($"SELECT {Columns} FROM ingestion_job WHERE {Running} ORDER BY started_at").RowsAsync(Read, token);

    public async Task<bool> IsRunningAsync(string knowledgeBaseId, CancellationToken token) =>
        await database.Sql($"SELECT count(*) FROM ingestion_job WHERE knowledge_base_id = @p0 AND {Running}", knowledgeBaseId).NumberAsync(token) > 0;

    /// <summary>Notes progress. A wish to stop is never overwritten by it.</summary>
    /// <returns>False when the job is to stop.</returns>
    public async Task<bool> ProgressAsync(string id, IngestionStatistics statistics, IReadOnlyList<string> reasons, CancellationToken token) =>
        await database.Sql(
            "UPDATE ingestion_job SET status = CASE WHEN status = 'STARTING' THEN 'IN_PROGRESS' ELSE status END, statistics = @p1, failure_reasons = @p2, updated_at = @p3 WHERE id = @p0 RETURNING status",
            id, DbCommands.AsJsonb(statistics), DbCommands.AsJsonb(reasons), time.GetUtcNow()).RowAsync(row => row.GetString(0), token) == "IN_PROGRESS";

    public Task EndAsync(string id, string status, IngestionStatistics statistics, IReadOnlyList<string> reasons, CancellationToken token) =>
        database.Sql("UPDATE ingestion_job SET status = @p1, statistics = @p2, failure_reasons = @p3, updated_at = @p4 WHERE id = @p0", id, status, DbCommands.AsJsonb(statistics), DbCommands.AsJsonb(reasons), time.GetUtcNow()).DoAsync(token);

    /// <returns>False when it is not running any more.</returns>
    public async Task<bool> StopAsync(string id, CancellationToken token) =>
        await database.Sql("UPDATE ingestion_job SET status = 'STOPPING', updated_at = @p1 WHERE id = @p0 AND status IN ('STARTING', 'IN_PROGRESS')", id, time.GetUtcNow()).DoAsync(token) == 1;

    private static IngestionJob Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), JsonSerializer.Deserialize<IngestionStatistics>(row.GetString(5))!,
        JsonSerializer.Deserialize<List<string>>(row.GetString(6))!, row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8));
}

/// <summary>Which limit forbids another job.</summary>
internal enum StartRefusal
{
    None,
    DataSource,
    KnowledgeBase,
    Account,
}
