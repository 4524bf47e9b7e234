using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.KnowledgeBases.Sync;
using Portal.Operations;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui.Loading;

namespace Portal.Web.KnowledgeBases;

/// <summary>What the panel shows.</summary>
public sealed record TenantSync(SyncView? View, bool MaySync);

/// <summary>Follows the sync of a tenant by the feed; another tenant's run over a shared data source is shown without its names.</summary>
public sealed partial class TenantSyncPanel(TenantDirectory directory, SyncDesk desk, SyncHistory history, OperationFeed feed, CurrentActor current, TimeProvider clock)
    : ComponentBase, IDisposable
{
    private LoadPanel<TenantSync>? _panel;
    private FeedFollower? _follower;
    private Guid? _open;

    /// <summary>The tenant.</summary>
    [Parameter, EditorRequired] public string Slug { get; set; } = "";

    /// <summary>A run that was open has come to its end.</summary>
    [Parameter] public EventCallback OnEnded { get; set; }

    // Any operation may be the next run over a shared data source, so its beginning is looked for by all; the follower keeps that to a few reads a second.
    protected override void OnInitialized() => _follower = new FeedFollower(feed, clock, _ => true, () => _panel?.ReloadAsync() ?? Task.CompletedTask);

    public void Dispose() => _follower?.Dispose();

    private async Task<TenantSync> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var scope = await directory.ScopeAsync(actor, Slug, Permission.ReadTenant, cancellation);
        var view = await history.LatestAsync(scope, cancellation);
        var ended = _open is { } id && !(view is { IsOpen: true } && view.Run.OperationId == id);
        _open = view is { IsOpen: true } ? view.Run.OperationId : null;
        if (ended) await InvokeAsync(OnEnded.InvokeAsync);
        return new TenantSync(view, actor.May(Permission.SyncTenant, scope.Tenant.Id) && scope.Tenant.State == TenantState.Active && scope.Tenant.DataSourceId is not null);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        await desk.StartAsync(await ScopeAsync(cancellation), cancellation);
        if (_panel is { } panel) await panel.ReloadAsync();
    }

    private async Task StopAsync(SyncView view, CancellationToken cancellation) => await desk.StopAsync(await ScopeAsync(cancellation), view.Run.OperationId, cancellation);

    private async Task<TenantScope> ScopeAsync(CancellationToken cancellation) => await directory.ScopeAsync(await current.GetAsync(cancellation), Slug, Permission.SyncTenant, cancellation);
}
