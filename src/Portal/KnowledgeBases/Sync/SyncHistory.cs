using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Operations;
using Portal.Tenants;

namespace Portal.KnowledgeBases.Sync;

/// <summary>A run as someone may see it.</summary>
/// <param name="Run">AWS's last word; its failure reasons are taken out.</param>
/// <param name="Reasons">The failure reasons that may be read.</param>
/// <param name="Problem">Why the operation failed, where it did.</param>
/// <param name="MayStop">Whether this viewer may stop it now.</param>
public sealed record SyncView(SyncRun Run, VisibleReasons Reasons, PortalProblem? Problem, bool MayStop)
{
    /// <summary>Whether it still waits or runs.</summary>
    public bool IsOpen => Run.EndedAt is null && Problem is null;

    /// <summary>Whether AWS confirmed the end, and every document made it.</summary>
    public bool IsWhole => Run.Status == "COMPLETE" && Run.Statistics is not { Failed: > 0 };
}

/// <summary>A job in AWS's own history, with who asked for it where the portal knows.</summary>
public sealed record SyncJob(IngestionJobSummary Job, SyncStatistics? Statistics, Guid? OperationId, IReadOnlyList<string> RequestedBy);

/// <summary>What has been synced, by the portal and by others.</summary>
public sealed class SyncHistory(PortalDatabase database, AwsClients clients, ConnectionGuard connections, SyncRecorder recorder)
{
    /// <summary>The newest run over a tenant's documents; null when there was none. Another's run over a shared data source counts, without its names.</summary>
    public async Task<SyncView?> LatestAsync(TenantScope scope, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.ReadTenant);
        if (scope.Tenant is not { KnowledgeBaseId: { } knowledgeBase, DataSourceId: { } dataSource }) return null;
        await using var db = await database.OpenAsync(cancellation);
        // An open one first: it is what is happening now.
        var run = await db.Set<SyncRun>().AsNoTracking()
            .Where(candidate => candidate.ConnectionId == scope.Connection.Id && candidate.KnowledgeBaseId == knowledgeBase && candidate.DataSourceId == dataSource)
            .OrderByDescending(candidate => candidate.StartedAt != null && candidate.EndedAt == null).ThenByDescending(candidate => candidate.CreatedAt)
            .FirstOrDefaultAsync(cancellation);
        if (run is null) return null;
        var operation = await db.Set<OperationRecord>().AsNoTracking().FirstAsync(record => record.Id == run.OperationId, cancellation);
        var reasons = VisibleReasons.All(run.FailureReasons);
        if (!scope.Actor.SeesAllTenants)
        {
            var tenants = await db.Set<Tenant>().AsNoTracking().ToListAsync(cancellation);
            reasons = FailureReasons.For(scope, tenants).Filter(run.FailureReasons);
        }

        run.FailureReasons = [];
        var mayStop = !operation.IsFinished && scope.Actor.May(Permission.SyncTenant, scope.Tenant.Id) && operation.IsVisibleTo(scope.Actor)
            && (scope.Actor.Role == PortalRole.Administrator || await recorder.IsOnlyForAsync([scope.Tenant.Id], run.OperationId, cancellation));
        return new SyncView(run, reasons, operation.Status == OperationStatus.Failed ? operation.Problem : null, mayStop);
    }

    /// <summary>The newest run of each knowledge base that the portal has synced, by its id: for who sees knowledge bases.</summary>
    public async Task<IReadOnlyDictionary<string, SyncRun>> NewestAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        await using var db = await database.OpenAsync(cancellation);
        var newest = await db.Set<SyncRun>().FromSql(
            $"SELECT DISTINCT ON (knowledge_base_id) * FROM sync_run ORDER BY knowledge_base_id, created_at DESC").AsNoTracking().ToListAsync(cancellation);
        return newest.ToDictionary(run => run.KnowledgeBaseId);
    }

    /// <summary>The portal's runs of a knowledge base that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<SyncView>> OpenAsync(Actor actor, string knowledgeBaseId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var connection = await connections.CurrentAsync(cancellation);
        await using var db = await database.OpenAsync(cancellation);
        var open = await db.Set<SyncRun>().AsNoTracking()
            .Join(db.Set<OperationRecord>().Where(operation => operation.FinishedAt == null), run => run.OperationId, operation => operation.Id, (run, _) => run)
            .Where(run => run.ConnectionId == connection.Id && run.KnowledgeBaseId == knowledgeBaseId)
            .OrderBy(run => run.CreatedAt).ToListAsync(cancellation);
        return [.. open.Select(run => new SyncView(run, VisibleReasons.All(run.FailureReasons), null, actor.May(Permission.ManageKnowledgeBases)))];
    }

    /// <summary>The newest jobs of a data source as AWS lists them, foreign ones included, newest first.</summary>
    public async Task<IReadOnlyList<SyncJob>> JobsAsync(Actor actor, string knowledgeBaseId, string dataSourceId, int most = 100, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var client = clients.For(await connections.CurrentAsync(cancellation)).BedrockAgent;
        var page = await client.ListIngestionJobsAsync(
            new()
            {
                KnowledgeBaseId = knowledgeBaseId,
                DataSourceId = dataSourceId,
                MaxResults = most,
                SortBy = new() { Attribute = IngestionJobSortByAttribute.STARTED_AT, Order = SortOrder.DESCENDING },
            },
            cancellation);
        var jobs = page.IngestionJobSummaries ?? [];
        var ids = jobs.Select(job => job.IngestionJobId).ToArray();
        await using var db = await database.OpenAsync(cancellation);
        var runs = await db.Set<SyncRun>().AsNoTracking().Where(run => run.KnowledgeBaseId == knowledgeBaseId && run.JobId != null && ids.Contains(run.JobId))
            .ToDictionaryAsync(run => run.JobId!, run => run.OperationId, cancellation);
        var operations = runs.Values.ToArray();
        var requests = await db.Set<SyncRequest>().AsNoTracking().Where(request => operations.Contains(request.OperationId)).ToListAsync(cancellation);
        var requesters = requests.ToLookup(request => request.OperationId, request => request.Email);
        return [.. jobs.Select(job => runs.TryGetValue(job.IngestionJobId, out var operation)
            ? new SyncJob(job, SyncFigures.Of(job.Statistics), operation, [.. requesters[operation].Distinct()])
            : new SyncJob(job, SyncFigures.Of(job.Statistics), null, []))];
    }

    /// <summary>One job with its failure reasons, from AWS.</summary>
    public async Task<IngestionJob> JobAsync(Actor actor, string knowledgeBaseId, string dataSourceId, string jobId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadKnowledgeBases);
        var client = clients.For(await connections.CurrentAsync(cancellation)).BedrockAgent;
        return (await client.GetIngestionJobAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId, IngestionJobId = jobId }, cancellation)).IngestionJob;
    }
}
