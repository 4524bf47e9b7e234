using Portal.Access;
using Portal.Ask;
using Portal.KnowledgeBases;
using Portal.KnowledgeBases.Sync;
using Portal.Operations;
using Portal.Tenants;
using Portal.Web.Access;

namespace Portal.Web.Overview;

/// <summary>The figures at the top. Null is what this viewer may not know.</summary>
public sealed record OverviewFigures(int Tenants, int Suspended, int Running, int Failed, int? Incidents);

/// <summary>A knowledge base with its newest sync by the portal.</summary>
public sealed record KnowledgeBaseHealth(KnowledgeBaseEntry KnowledgeBase, SyncRun? Newest);

/// <summary>Something that waits for a person.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">Why, or how many.</param>
/// <param name="Href">Where it can be mended.</param>
/// <param name="Act">The link's word.</param>
/// <param name="IsBad">A failure or leak; else a warning.</param>
public sealed record Need(string Title, string Detail, string Href, string Act, bool IsBad);

/// <summary>Reads the overview's parts for whoever looks.</summary>
public sealed class OverviewReader(
    CurrentActor current, TenantDirectory tenants, OperationDesk operations, IncidentLedger incidents, KnowledgeBaseCatalog catalog, SyncHistory syncs, AuditReader audit)
{
    private const int MostNeeds = 8;

    public async Task<OverviewFigures> FiguresAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var all = await tenants.ListAsync(actor, cancellation);
        var work = await operations.ListAsync(actor, openOnly: false, limit: 200, cancellation: cancellation);
        return new OverviewFigures(
            all.Count(tenant => tenant.State == TenantState.Active),
            all.Count(tenant => tenant.State == TenantState.Suspended),
            work.Count(operation => !operation.IsFinished),
            work.Count(operation => operation.Status == OperationStatus.Failed),
            actor.May(Permission.ReadAudit) ? await incidents.CountAsync(actor, cancellation: cancellation) : null);
    }

    public async Task<IReadOnlyList<KnowledgeBaseHealth>> KnowledgeBasesAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var newest = await syncs.NewestAsync(actor, cancellation);
        return [.. (await catalog.ListAsync(actor, cancellation)).Select(entry => new KnowledgeBaseHealth(entry, newest.GetValueOrDefault(entry.Id)))];
    }

    public async Task<IReadOnlyList<AuditEntry>> ActivityAsync(CancellationToken cancellation) => await audit.NewestAsync(await current.GetAsync(cancellation), 8, cancellation: cancellation);

    public async Task<IReadOnlyList<OperationRecord>> RunningAsync(CancellationToken cancellation) =>
        await operations.ListAsync(await current.GetAsync(cancellation), openOnly: true, limit: 10, cancellation: cancellation);

    public async Task<IReadOnlyList<Need>> NeedsAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var needs = new List<Need>();
        if (actor.May(Permission.ReadAudit) && await incidents.CountAsync(actor, cancellation: cancellation) is > 0 and var count)
        {
            var last = (await incidents.ListAsync(actor, limit: 1, cancellation: cancellation))[0];
            var tenant = (await tenants.ListAsync(actor, cancellation)).FirstOrDefault(candidate => candidate.Id == last.TenantId);
            needs.Add(new(
                count == 1 ? "1 chunk of another tenant was withheld" : $"{count} chunks of other tenants were withheld",
                $"Last for {tenant?.Name ?? "a tenant that is gone"}, by {last.Api}",
                tenant is null ? "/tenants" : $"/tenants/{tenant.Slug}/ask", "Open", IsBad: true));
        }

        var failed = await operations.ListAsync(actor, openOnly: false, limit: 100, cancellation: cancellation);
        needs.AddRange(failed.Where(operation => operation.Status == OperationStatus.Failed)
            .Select(operation => new Need($"{operation.Title} failed", operation.Problem?.Sentence ?? "", $"/operations/{operation.Id}", "Decide", IsBad: true)));
        if (actor.May(Permission.ReadKnowledgeBases))
        {
            needs.AddRange((await syncs.NewestAsync(actor, cancellation)).Values.Where(run => run.Statistics is { Failed: > 0 })
                .Select(run => new Need($"{run.Statistics!.Failed} documents were not indexed", $"Knowledge base {run.KnowledgeBaseId}, newest sync", $"/knowledge-bases/{run.KnowledgeBaseId}", "Look", IsBad: false)));
        }

        return [.. needs.Take(MostNeeds)];
    }
}
