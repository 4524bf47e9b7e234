using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Operations;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Loading;

namespace Portal.Web.Tenants;

/// <summary>The home of one tenant.</summary>
public sealed partial class TenantPage(TenantDirectory directory, TenantEditor editor, OperationDesk desk, CurrentActor current, Dialogs dialogs) : ComponentBase
{
    private LoadPanel<TenantHome>? _panel;

    [Parameter] public string Slug { get; set; } = "";

    private async Task<TenantHome> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var scope = await directory.ScopeAsync(actor, Slug, Permission.ReadTenant, cancellation);
        var operations = await desk.ListAsync(actor, openOnly: false, scope.Tenant.Id, limit: 8, cancellation);
        return new TenantHome(
            scope.Tenant, scope.Bucket, scope.Attribute.Key, operations, actor.May(Permission.ManageTenants), actor.May(Permission.AskAsTenant, scope.Tenant.Id), actor.May(Permission.ReadKnowledgeBases));
    }

    private async Task SuspendAsync(TenantHome home)
    {
        var confirmed = await ConfirmDialog.ShowAsync(dialogs, new ConfirmRequest($"Suspend {home.Tenant.Name}", "Suspend the tenant")
        {
            Lead = "It can be made active again at any time.",
            Goes = ["Uploads and changes of its documents", "Its own syncs", "Questions as this tenant"],
            Stays = ["All documents and their metadata", "Everything that is indexed", "Its operators' accounts, who see that it is suspended"],
            Harmless = true,
            Act = async token => await editor.SuspendAsync(await current.GetAsync(token), home.Tenant.Slug, token),
        });
        if (confirmed) await ReloadAsync();
    }

    private async Task ActivateAsync(TenantHome home, CancellationToken cancellation)
    {
        await editor.ActivateAsync(await current.GetAsync(cancellation), home.Tenant.Slug, cancellation);
        await ReloadAsync();
    }

    private Task ReloadAsync() => _panel?.ReloadAsync() ?? Task.CompletedTask;
}
