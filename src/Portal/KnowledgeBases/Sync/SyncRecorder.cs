using Amazon.BedrockAgent.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.KnowledgeBases.Sync;

/// <summary>Keeps what AWS said of a sync, failure reasons included.</summary>
public sealed class SyncRecorder(PortalDatabase database, TimeProvider time)
{
    /// <summary>Whether everyone who waits for the run asked for one of these tenants.</summary>
    internal async Task<bool> IsOnlyForAsync(IReadOnlyCollection<Guid> tenantIds, Guid operationId, CancellationToken cancellation)
    {
        var tenants = tenantIds.ToArray();
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<SyncRequest>().Where(request => request.OperationId == operationId)
            .AllAsync(request => request.TenantId != null && tenants.Contains(request.TenantId.Value), cancellation);
    }

    /// <summary>Writes the run down if it is not.</summary>
    internal async Task OpenAsync(Guid operationId, Guid connectionId, SyncInput input, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sync_run (operation_id, connection_id, knowledge_base_id, data_source_id, status, failure_reasons, created_at)
            VALUES ({operationId}, {connectionId}, {input.KnowledgeBaseId}, {input.DataSourceId}, {SyncRun.Waiting}, {Array.Empty<string>()}, {time.GetUtcNow()})
            ON CONFLICT (operation_id) DO NOTHING
            """,
            cancellation);
    }

    /// <summary>It has no place yet.</summary>
    /// <returns>Whether that is news.</returns>
    internal async Task<bool> WaitsAsync(Guid operationId, string obstacle, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<SyncRun>().Where(run => run.OperationId == operationId && (run.WaitsFor != obstacle || run.WaitsFor == null || run.Status != SyncRun.Waiting))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.WaitsFor, obstacle).SetProperty(run => run.Status, SyncRun.Waiting).SetProperty(run => run.EndedAt, (DateTimeOffset?)null), cancellation) > 0;
    }

    /// <summary>It was cancelled while it waited.</summary>
    internal async Task NeverStartedAsync(Guid operationId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        await db.Set<SyncRun>().Where(run => run.OperationId == operationId)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.Status, "STOPPED").SetProperty(run => run.WaitsFor, (string?)null).SetProperty(run => run.EndedAt, time.GetUtcNow()), cancellation);
    }

    /// <summary>What AWS says of the job now.</summary>
    /// <returns>Whether that is news, and the run as it is now.</returns>
    internal async Task<(bool Changed, SyncRun Run)> SeenAsync(Guid operationId, IngestionJob job, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var run = await db.Set<SyncRun>().FirstAsync(row => row.OperationId == operationId, cancellation);
        run.JobId = job.IngestionJobId;
        run.Status = job.Status.Value;
        run.WaitsFor = null;
        run.StartedAt = Utc(job.StartedAt);
        run.EndedAt = SyncWords.IsEnd(run.Status) ? Utc(job.UpdatedAt) ?? time.GetUtcNow() : null;
        var statistics = SyncFigures.Of(job.Statistics);
        if (statistics is not null && statistics != run.Statistics) run.Statistics = statistics;
        if (job.FailureReasons is { } reasons && !reasons.SequenceEqual(run.FailureReasons)) run.FailureReasons = [.. reasons];
        var changed = db.ChangeTracker.HasChanges();
        await db.SaveChangesAsync(cancellation);
        return (changed, run);
    }

    private static DateTimeOffset? Utc(DateTime? moment) => moment is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;
}

internal static class SyncFigures
{
    public static SyncStatistics? Of(IngestionJobStatistics? figures) => figures is null
        ? null
        : new(
            figures.NumberOfDocumentsScanned ?? 0, figures.NumberOfMetadataDocumentsScanned ?? 0, figures.NumberOfNewDocumentsIndexed ?? 0, figures.NumberOfModifiedDocumentsIndexed ?? 0,
            figures.NumberOfMetadataDocumentsModified ?? 0, figures.NumberOfDocumentsDeleted ?? 0, figures.NumberOfDocumentsFailed ?? 0, figures.NumberOfDocumentsSkipped ?? 0);
}
