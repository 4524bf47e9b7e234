using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>Data sources in the database.</summary>
internal sealed class DataSourceStore(NpgsqlDataSource database, TimeProvider time)
{
    private const string Columns = "id, knowledge_base_id, name, description, type, configuration::text, encryption::text, ingestion::text, deletion_policy, status, failure_reasons::text, created_at, updated_at";

    public Task<DataSource?> FindAsync(string knowledgeBaseId, string id, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM data_source WHERE id = @p0 AND knowledge_base_id = @p1", id, knowledgeBaseId).RowAsync(Read, token);

    public Task<DataSource?> FindByClientTokenAsync(string knowledgeBaseId, string clientToken, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM data_source WHERE knowledge_base_id = @p0 AND client_token = @p1", knowledgeBaseId, clientToken).RowAsync(Read, token);

    public Task<List<DataSource>> ListAsync(string knowledgeBaseId, long after, int maximum, CancellationToken token) =>
        database.Sql($"SELECT {Columns} FROM data_source WHERE knowledge_base_id = @p0 ORDER BY created_at, id OFFSET @p1 LIMIT @p2", knowledgeBaseId, after, maximum).RowsAsync(Read, token);

    /// <summary>Adds it unless the knowledge base already has <paramref name="maximum"/> or one of that name.</summary>
    public async Task<DataSourceAdded> AddAsync(DataSource added, string? clientToken, int maximum, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        // The row lock makes counting and adding one step for the knowledge base.
        await connection.Sql("SELECT 1 FROM knowledge_base WHERE id = @p0 FOR UPDATE", added.KnowledgeBaseId).DoAsync(token);
        if (await connection.Sql("SELECT count(*) FROM data_source WHERE knowledge_base_id = @p0", added.KnowledgeBaseId).NumberAsync(token) >= maximum) return DataSourceAdded.TooMany;
        var rows = await connection.Sql(
            """
            INSERT INTO data_source (id, knowledge_base_id, name, description, type, configuration, encryption, ingestion, deletion_policy, status, client_token, created_at, updated_at)
            VALUES (@p0, @p1, @p2, @p3::text, @p4, @p5, @p6::jsonb, @p7::jsonb, @p8, 'AVAILABLE', @p9::text, @p10, @p10) ON CONFLICT (knowledge_base_id, name) DO NOTHING
            """,
            added.Id, added.KnowledgeBaseId, added.Name, added.Description, added.Type, added.Configuration, added.Encryption, added.Ingestion, added.DeletionPolicy, clientToken, added.CreatedAt).DoAsync(token);
        await transaction.CommitAsync(token);
        return rows == 1 ? DataSourceAdded.Added : DataSourceAdded.NameTaken;
    }

    /// <returns>False when the name is taken by another.</returns>
    public async Task<bool> UpdateAsync(DataSource changed, CancellationToken token)
    {
        try
        {
            await database.Sql(
                "UPDATE data_source SET name = @p1, description = @p2::text, configuration = @p3, encryption = @p4::jsonb, ingestion = @p5::jsonb, deletion_policy = @p6, updated_at = @p7 WHERE id = @p0",
                changed.Id, changed.Name, changed.Description, changed.Configuration, changed.Encryption, changed.Ingestion, changed.DeletionPolicy, time.GetUtcNow()).DoAsync(token);
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>Removes it and its documents; with policy DELETE their chunks too, with RETAIN the chunks stay searchable.</summary>
    public async Task DeleteAsync(DataSource gone, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(token);
        if (gone.DeletionPolicy == "DELETE")
            await connection.Sql("DELETE FROM kb_chunk WHERE document_id IN (SELECT id FROM kb_document WHERE data_source_id = @p0)", gone.Id).DoAsync(token);
        else
            await connection.Sql("UPDATE kb_chunk SET document_id = NULL WHERE document_id IN (SELECT id FROM kb_document WHERE data_source_id = @p0)", gone.Id).DoAsync(token);
        await connection.Sql("DELETE FROM kb_document WHERE data_source_id = @p0", gone.Id).DoAsync(token);
        await connection.Sql("DELETE FROM data_source WHERE id = @p0", gone.Id).DoAsync(token);
        await transaction.CommitAsync(token);
    }

    private static DataSource Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.Json(5), row.JsonOrNull(6), row.JsonOrNull(7), row.GetString(8), row.GetString(9),
        JsonSerializer.Deserialize<List<string>>(row.GetString(10))!, row.GetFieldValue<DateTimeOffset>(11), row.GetFieldValue<DateTimeOffset>(12));
}

internal enum DataSourceAdded
{
    Added,
    NameTaken,
    TooMany,
}
