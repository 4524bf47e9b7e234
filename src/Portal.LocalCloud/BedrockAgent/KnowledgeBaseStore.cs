using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>Knowledge bases in the database. What only time changes (creating, updating, deleting) is settled whenever someone looks.</summary>
internal sealed class KnowledgeBaseStore(NpgsqlDataSource database, TimeProvider time, LocalCloudOptions options)
{
    private const string Columns = "id, name, description, role_arn, type, configuration::text, storage_type, storage::text, status, failure_reasons::text, created_at, updated_at";

    public TimeSpan Lifecycle => TimeSpan.FromSeconds(options.KnowledgeBaseSeconds);

    public async Task<KnowledgeBase?> FindAsync(string id, CancellationToken token)
    {
        await SettleAsync(token);
        return await database.Sql($"SELECT {Columns} FROM knowledge_base WHERE id = @p0", id).RowAsync(Read, token);
    }

    public async Task<KnowledgeBase?> FindByClientTokenAsync(string clientToken, CancellationToken token)
    {
        await SettleAsync(token);
        return await database.Sql($"SELECT {Columns} FROM knowledge_base WHERE client_token = @p0", clientToken).RowAsync(Read, token);
    }

    /// <summary>In the order of creation, beginning after <paramref name="after"/>.</summary>
    public async Task<List<KnowledgeBase>> ListAsync(long after, int maximum, CancellationToken token)
    {
        await SettleAsync(token);
        return await database.Sql($"SELECT {Columns} FROM knowledge_base ORDER BY created_at, id OFFSET @p0 LIMIT @p1", after, maximum).RowsAsync(Read, token);
    }

    /// <returns>False when the name is taken.</returns>
    public async Task<bool> AddAsync(KnowledgeBase created, IReadOnlyDictionary<string, string> tags, string? clientToken, CancellationToken token)
    {
        await SettleAsync(token);
        return await database.Sql(
            """
            INSERT INTO knowledge_base (id, name, description, role_arn, type, configuration, storage_type, storage, status, status_until, tags, client_token, created_at, updated_at)
            VALUES (@p0, @p1, @p2::text, @p3, @p4, @p5, @p6::text, @p7::jsonb, 'CREATING', @p8, @p9, @p10::text, @p11, @p11) ON CONFLICT (name) DO NOTHING
            """,
            created.Id, created.Name, created.Description, created.RoleArn, created.Type, created.Configuration, created.StorageType, created.Storage,
            created.CreatedAt + Lifecycle, DbCommands.AsJsonb(tags), clientToken, created.CreatedAt).DoAsync(token) == 1;
    }

    /// <returns>False when the name is taken by another.</returns>
    public async Task<bool> UpdateAsync(string id, string name, string? description, string roleArn, CancellationToken token)
    {
        var now = time.GetUtcNow();
        try
        {
            await database.Sql("UPDATE knowledge_base SET name = @p1, description = @p2::text, role_arn = @p3, status = 'UPDATING', status_until = @p4, updated_at = @p5 WHERE id = @p0",
                id, name, description, roleArn, now + Lifecycle, now).DoAsync(token);
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    public Task DeleteAsync(string id, CancellationToken token) =>
        database.Sql("UPDATE knowledge_base SET status = 'DELETING', status_until = @p1, updated_at = @p2 WHERE id = @p0 AND status <> 'DELETING'", id, time.GetUtcNow() + Lifecycle, time.GetUtcNow()).DoAsync(token);

    public async Task<IReadOnlyDictionary<string, string>?> TagsAsync(string id, CancellationToken token)
    {
        await SettleAsync(token);
        return await database.Sql("SELECT tags::text FROM knowledge_base WHERE id = @p0", id).RowAsync(reader => JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(0))!, token);
    }

    /// <returns>False when there is no such knowledge base.</returns>
    public async Task<bool> TagAsync(string id, IReadOnlyDictionary<string, string> tags, CancellationToken token) =>
        await database.Sql("UPDATE knowledge_base SET tags = tags || @p1 WHERE id = @p0", id, DbCommands.AsJsonb(tags)).DoAsync(token) == 1;

    /// <returns>False when there is no such knowledge base.</returns>
    public async Task<bool> UntagAsync(string id, IReadOnlyList<string> keys, CancellationToken token) =>
        await database.Sql("UPDATE knowledge_base SET tags = tags - @p1 WHERE id = @p0", id, keys.ToArray()).DoAsync(token) == 1;

    private async Task SettleAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("DELETE FROM knowledge_base WHERE status = 'DELETING' AND status_until <= $1") { Parameters = { new() { Value = now } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("UPDATE knowledge_base SET status = 'ACTIVE', status_until = NULL, updated_at = status_until WHERE status IN ('CREATING', 'UPDATING') AND status_until <= $1") { Parameters = { new() { Value = now } } });
        await batch.ExecuteNonQueryAsync(token);
    }

    private static KnowledgeBase Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), row.Json(5), row.TextOrNull(6), row.JsonOrNull(7), row.GetString(8),
        JsonSerializer.Deserialize<List<string>>(row.GetString(9))!, row.GetFieldValue<DateTimeOffset>(10), row.GetFieldValue<DateTimeOffset>(11));
}
