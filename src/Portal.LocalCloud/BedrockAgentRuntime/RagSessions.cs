using System.Text.Json;
using Npgsql;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>A question asked in a session and what was answered.</summary>
internal sealed record RagTurn(string Question, string Answer);

/// <summary>The memory of conversations. Ids are made here; a session belongs to the knowledge base it began with.</summary>
internal sealed class RagSessions(NpgsqlDataSource database, TimeProvider time)
{
    private const int TurnsKept = 20;

    /// <summary>The turns so far; none for a new session.</summary>
    /// <exception cref="AwsFault">The id is not one of ours, or belongs to another knowledge base.</exception>
    public async Task<(string Id, List<RagTurn> Turns)> OpenAsync(string? id, string knowledgeBaseId, CancellationToken token)
    {
        if (id is null) return (Guid.NewGuid().ToString(), []);
        var turns = await database.Sql("SELECT turns::text FROM rag_session WHERE id = @p0 AND knowledge_base_id = @p1", id, knowledgeBaseId)
            .RowAsync(row => JsonSerializer.Deserialize<List<RagTurn>>(row.GetString(0))!, token);
        return (id, turns ?? throw RuntimeFaults.Invalid($"Session with Id {id} is not valid. Please check and try again."));
    }

    public Task SaveAsync(string id, string knowledgeBaseId, IReadOnlyList<RagTurn> turns, CancellationToken token) =>
        database.Sql(
            "INSERT INTO rag_session (id, knowledge_base_id, turns, updated_at) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (id) DO UPDATE SET turns = excluded.turns, updated_at = excluded.updated_at",
            id, knowledgeBaseId, DbCommands.AsJsonb(turns.TakeLast(TurnsKept)), time.GetUtcNow()).DoAsync(token);
}
