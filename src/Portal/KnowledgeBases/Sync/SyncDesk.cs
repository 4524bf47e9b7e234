using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Operations;
using Portal.Tenants;

namespace Portal.KnowledgeBases.Sync;

/// <summary>
/// Takes requests for a sync. Requests for one data source share a run as long as AWS has not been called for it; later ones get the next run, since the running job
/// may already have passed by the documents they are about.
/// </summary>
public sealed class SyncDesk(OperationDesk desk, PortalDatabase database, ConnectionGuard connections, KnowledgeBaseCatalog catalog, SyncRecorder recorder, TimeProvider time)
{
    /// <summary>Asks for a sync of the data source that covers a tenant's documents.</summary>
    /// <returns>The operation that will do it.</returns>
    /// <exception cref="PortalProblemException">The tenant has no data source yet, or the right is lacking.</exception>
    public async Task<Guid> StartAsync(TenantScope scope, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.SyncTenant);
        var (knowledgeBase, dataSource) = SourceOf(scope.Tenant);
        return await StartAsync(scope.Actor, new SyncInput(knowledgeBase, dataSource, $"the documents of {scope.Tenant.Name}"), scope.Tenant.Id, cancellation);
    }

    /// <summary>Asks for a sync of a data source as such.</summary>
    /// <returns>The operation that will do it.</returns>
    public async Task<Guid> StartAsync(Actor actor, string knowledgeBaseId, string dataSourceId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageKnowledgeBases);
        var knowledgeBase = await catalog.GetAsync(actor, knowledgeBaseId, cancellation);
        if (knowledgeBase.Limit is { } limit) throw new PortalProblemException(new("NotOperable", limit, "Use the AWS console for this knowledge base."));
        var source = (await catalog.DataSourcesAsync(actor, knowledgeBaseId, cancellation)).FirstOrDefault(candidate => candidate.DataSourceId == dataSourceId)
            ?? throw new PortalProblemException(PortalProblem.NotFound("data source"));
        return await StartAsync(actor, new SyncInput(knowledgeBaseId, dataSourceId, $"{source.Name} of {knowledgeBase.Name}"), null, cancellation);
    }

    /// <summary>Stops a run that only this tenant's people asked for.</summary>
    /// <exception cref="PortalProblemException">There is none, or others wait for it too.</exception>
    public async Task StopAsync(TenantScope scope, Guid operationId, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.SyncTenant);
        await desk.CancelAsync(scope.Actor, operationId, cancellation);
    }

    /// <summary>Stops a run, whoever asked for it.</summary>
    public Task StopAsync(Actor actor, Guid operationId, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageKnowledgeBases);
        return desk.CancelAsync(actor, operationId, cancellation);
    }

    /// <summary>Where a tenant's documents are indexed.</summary>
    /// <exception cref="PortalProblemException">Onboarding has not come so far.</exception>
    internal static (string KnowledgeBaseId, string DataSourceId) SourceOf(Tenant tenant) =>
        tenant is { KnowledgeBaseId: { } knowledgeBase, DataSourceId: { } dataSource }
            ? (knowledgeBase, dataSource)
            : throw new PortalProblemException(new(
                "NoDataSource", $"{tenant.Name} has no data source yet, so there is nothing to sync.", "Finish its onboarding, or choose a knowledge base and data source in its settings."));

    private async Task<Guid> StartAsync(Actor actor, SyncInput input, Guid? tenantId, CancellationToken cancellation)
    {
        var connectionId = await connections.DemandWritableAsync(cancellation);
        Guid[] tenants = tenantId is { } tenant ? [tenant] : [];
        var key = $"sync:{connectionId}:{input.KnowledgeBaseId}:{input.DataSourceId}";
        foreach (var place in new[] { key, $"{key}:next", null })
        {
            var before = await OpenAsync(place, cancellation);
            var id = await desk.StartAsync<SyncKnowledgeBase, SyncInput>(actor, input, tenants, place, cancellation);
            await recorder.OpenAsync(id, connectionId, input, cancellation);
            // Written before the look: if AWS has not been called by then, the call will find whatever the requester had put there.
            await RequestAsync(actor, id, tenantId, cancellation);
            if (id != before || await IsStillAheadAsync(id, cancellation)) return id;
            await WithdrawAsync(actor, id, tenantId, cancellation);
        }

        throw new InvalidOperationException("An operation without a dedupe key is always new.");
    }

    private async Task<Guid?> OpenAsync(string? dedupeKey, CancellationToken cancellation)
    {
        if (dedupeKey is null) return null;
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<OperationRecord>().Where(open => open.DedupeKey == dedupeKey && open.FinishedAt == null).Select(open => (Guid?)open.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<bool> IsStillAheadAsync(Guid operationId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var started = await db.Set<SyncRun>().AnyAsync(run => run.OperationId == operationId && (run.JobId != null || run.EndedAt != null), cancellation)
            || await db.Set<OperationFact>().AnyAsync(fact => fact.OperationId == operationId && fact.Key == SyncKnowledgeBase.CallingFact && fact.Value != "", cancellation);
        return !started;
    }

    private async Task RequestAsync(Actor actor, Guid operationId, Guid? tenantId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        db.Add(new SyncRequest { OperationId = operationId, TenantId = tenantId, UserId = actor.UserId, Email = actor.Email, RequestedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
    }

    private async Task WithdrawAsync(Actor actor, Guid operationId, Guid? tenantId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var last = await db.Set<SyncRequest>().Where(request => request.OperationId == operationId && request.UserId == actor.UserId && request.TenantId == tenantId)
            .OrderByDescending(request => request.Id).FirstOrDefaultAsync(cancellation);
        if (last is null) return;
        db.Remove(last);
        await db.SaveChangesAsync(cancellation);
    }
}
