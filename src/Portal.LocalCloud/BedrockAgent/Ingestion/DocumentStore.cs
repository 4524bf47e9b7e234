using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A document as the knowledge base knows it. <paramref name="Version"/> and <paramref name="SidecarVersion"/> tell what was indexed last; null when it must be indexed again.</summary>
internal sealed record DocumentRecord(
    long Id, string KnowledgeBaseId, string DataSourceId, string Identifier, bool IsCustom, string? Version, string? SidecarVersion, string Status, string? StatusReason, DateTimeOffset UpdatedAt);

/// <summary>Per-document status in the database.</summary>
internal sealed class DocumentStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns = "id, knowledge_base_id, data_source_id, identifier, is_custom, version, sidecar_version, status, status_reason, updated_at";

    public async Task<DocumentRecord> EnsureAsync(DataSource source, string identifier, bool isCustom, string status, CancellationToken token) =>
        (await database.Sql(
            $"""
            INSERT INTO kb_document (knowledge_base_id, data_source_id, identifier, is_custom, status, updated_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
            ON CONFLICT (data_source_id, identifier) DO UPDATE SET status = excluded.status, status_reason = NULL, updated_at = excluded.updated_at RETURNING {Columns}
            """,
            source.KnowledgeBaseId, source.Id, identifier, isCustom, status, time.GetUtcNow()).RowAsync(Read, token))!;

    public Task<DocumentRecord?> FindAsync(string dataSourceId, string identifier, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM kb_document WHERE data_source_id = @p0 AND identifier = @p1", dataSourceId, identifier).RowAsync(Read, token);

    public Task<List<DocumentRecord>> ListAsync(string dataSourceId, long after, int maximum, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM kb_document WHERE data_source_id = @p0 ORDER BY identifier OFFSET @p1 LIMIT @p2", dataSourceId, after, maximum).RowsAsync(Read, token);

    public async Task<Dictionary<string, DocumentRecord>> AllAsync(string dataSourceId, CancellationToken token) =>
        (await database.Sql($"SELECT {Columns} FROM kb_document WHERE data_source_id = @p0 AND NOT is_custom", dataSourceId).RowsAsync(Read, token)).ToDictionary(document => document.Identifier, StringComparer.Ordinal);

    public Task MarkAsync(long id, string status, string? reason, CancellationToken token) =>
        database.Sql("UPDATE kb_document SET status = @p1, status_reason = @p2::text, updated_at = @p3 WHERE id = @p0", id, status, Shortened(reason), time.GetUtcNow()).DoAsync(token);

    /// <summary>Marks it as failed so that the next synchronisation tries again; what was indexed before stays.</summary>
    public Task FailAsync(long id, string reason, CancellationToken token) =>
        database.Sql("UPDATE kb_document SET status = 'FAILED', status_reason = @p1, version = NULL, updated_at = @p2 WHERE id = @p0", id, Shortened(reason), time.GetUtcNow()).DoAsync(token);

    /// <summary>Indexes in one transaction: chunks and the document's new state appear together or not at all.</summary>
    public async Task CommitAsync(DocumentRecord document, string? version, string? sidecarVersion, Func<NpgsqlConnection, Task> write, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        // Deleted meanwhile, with its knowledge base or alone: chunks written now would belong to nobody and never go away.
        if (await connection.Sql("SELECT id::text FROM kb_document WHERE id = @p0 FOR UPDATE", document.Id).RowAsync(row => row.GetString(0), token) is null) return;
        await write(connection);
        await connection.Sql("UPDATE kb_document SET version = @p1::text, sidecar_version = @p2::text, status = 'INDEXED', status_reason = NULL, updated_at = @p3 WHERE id = @p0", document.Id, version, sidecarVersion, time.GetUtcNow()).DoAsync(token);
        await transaction.CommitAsync(token);
    }

    /// <summary>Removes the document and its chunks.</summary>
    public async Task DeleteAsync(long id, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        await ChunkStore.DeleteAsync(connection, id, token);
        await connection.Sql("DELETE FROM kb_document WHERE id = @p0", id).DoAsync(token);
        await transaction.CommitAsync(token);
    }

    /// <summary>Documents sent directly whose indexing a restart cut short.</summary>
    public Task FailInterruptedAsync(CancellationToken token) =>
        database.Sql("UPDATE kb_document SET status = 'FAILED', version = NULL, status_reason = 'The ingestion was interrupted by a restart of the service; ingest the document again.', updated_at = @p0 WHERE status IN ('STARTING', 'IN_PROGRESS', 'PENDING', 'DELETING', 'DELETE_IN_PROGRESS')", time.GetUtcNow()).DoAsync(token);

    private static string? Shortened(string? reason) => reason is { Length: > 2048 } ? reason[..2048] : reason;

    private static DocumentRecord Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), row.TextOrNull(5), row.TextOrNull(6), row.GetString(7), row.TextOrNull(8), row.GetFieldValue<DateTimeOffset>(9));
}
