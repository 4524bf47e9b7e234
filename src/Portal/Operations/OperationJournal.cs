using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Portal.Data;

namespace Portal.Operations;

/// <summary>The journal's SQL: claims with leases by the database's clock, progress, facts. Every change wakes the feed.</summary>
internal sealed class OperationJournal(PortalDatabase database, TimeProvider time)
{
    public const string Channel = "portal_operation";
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Takes the oldest operation that nobody works on.</summary>
    public async Task<OperationRecord?> ClaimAsync(Guid owner, CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE operation SET lease_owner = $1, lease_until = now() + $2, status = CASE WHEN status = 'Pending' THEN 'Running' ELSE status END
            WHERE id = (
              SELECT id FROM operation
              WHERE status IN ('Pending', 'Running', 'Undoing') AND (lease_until IS NULL OR lease_until < now())
              ORDER BY created_at FOR UPDATE SKIP LOCKED LIMIT 1)
            RETURNING id
            """;
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = owner });
        command.Parameters.Add(new() { Value = Lease, NpgsqlDbType = NpgsqlDbType.Interval });
        return await command.ExecuteScalarAsync(cancellation) is Guid id ? await FindAsync(id, cancellation) : null;
    }

    public async Task<OperationRecord?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<OperationRecord>().AsNoTracking().Include(operation => operation.Steps.OrderBy(step => step.Number))
            .FirstOrDefaultAsync(operation => operation.Id == id, cancellation);
    }

    public async Task<Dictionary<string, string>> FactsAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<OperationFact>().Where(fact => fact.OperationId == id).ToDictionaryAsync(fact => fact.Key, fact => fact.Value, cancellation);
    }

    /// <summary>Prolongs the lease; false when it was lost to another process.</summary>
    public async Task<(bool Kept, bool CancelRequested)> RenewAsync(Guid id, Guid owner, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(
            "UPDATE operation SET lease_until = now() + $3 WHERE id = $1 AND lease_owner = $2 RETURNING cancel_requested");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = owner });
        command.Parameters.Add(new() { Value = Lease, NpgsqlDbType = NpgsqlDbType.Interval });
        return await command.ExecuteScalarAsync(cancellation) is bool cancelRequested ? (true, cancelRequested) : (false, false);
    }

    /// <summary>All leases end now. Only for whoever can prove that no other portal lives.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellation) =>
        await ExecuteAsync("UPDATE operation SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL", [], null, cancellation);

    public Task ReleaseAsync(Guid id, Guid owner) =>
        ExecuteAsync("UPDATE operation SET lease_owner = NULL, lease_until = NULL WHERE id = $1 AND lease_owner = $2", [id, owner], id, CancellationToken.None);

    public Task NoteAsync(Guid id, string key, string value, CancellationToken cancellation) =>
        ExecuteAsync("INSERT INTO operation_fact (operation_id, key, value) VALUES ($1, $2, $3) ON CONFLICT (operation_id, key) DO UPDATE SET value = excluded.value", [id, key, value], null, cancellation);

    public Task ReportAsync(Guid id, string message, double? fraction, CancellationToken cancellation) =>
        ExecuteAsync("UPDATE operation SET message = $2, fraction = $3 WHERE id = $1", [id, message, fraction], id, cancellation);

    public Task StepAsync(Guid id, int number, StepStatus status, string? message, CancellationToken cancellation) =>
        ExecuteAsync(
            """
            UPDATE operation_step SET status = $3, message = coalesce($4, message),
              started_at = CASE WHEN $3 = 'Running' THEN $5 ELSE started_at END,
              finished_at = CASE WHEN $3 = 'Running' THEN NULL ELSE $5 END
            WHERE operation_id = $1 AND number = $2
            """,
            [id, number, status.ToString(), message, time.GetUtcNow()], id, cancellation);

    public async Task FinishAsync(Guid id, OperationStatus status, PortalProblem? problem, CancellationToken cancellation)
    {
        await using (var db = await database.OpenAsync(cancellation))
        {
            await db.Set<OperationRecord>().Where(operation => operation.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(operation => operation.Status, status)
                    .SetProperty(operation => operation.Problem, problem)
                    .SetProperty(operation => operation.FinishedAt, time.GetUtcNow())
                    .SetProperty(operation => operation.CancelRequested, false)
                    .SetProperty(operation => operation.LeaseOwner, (Guid?)null)
                    .SetProperty(operation => operation.LeaseUntil, (DateTimeOffset?)null),
                cancellation);
        }

        await WakeAsync(id, cancellation);
    }

    public Task BeginUndoAsync(Guid id, CancellationToken cancellation) =>
        ExecuteAsync("UPDATE operation SET status = 'Undoing' WHERE id = $1", [id], id, cancellation);

    public Task WakeAsync(Guid id, CancellationToken cancellation) =>
        ExecuteAsync("SELECT pg_notify($1, $2)", [Channel, id.ToString()], null, cancellation);

    private async Task ExecuteAsync(string sql, object?[] values, Guid? changed, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        await command.ExecuteNonQueryAsync(cancellation);
        if (changed is { } id) await WakeAsync(id, cancellation);
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
        _ => new NpgsqlParameter { Value = value },
    };
}
