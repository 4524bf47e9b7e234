using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui.Values;

namespace Portal.Web.Tenants;

/// <summary>The tenants that the viewer may know of.</summary>
public sealed partial class TenantsPage(TenantDirectory directory, CurrentActor current) : ComponentBase
{
    private Actor? _actor;
    private string? _facts;

    private async Task<IReadOnlyList<Tenant>> LoadAsync(CancellationToken cancellation)
    {
        _actor = await current.GetAsync(cancellation);
        var tenants = await directory.ListAsync(_actor, cancellation);
        _facts = tenants.Count == 0 ? null : Figures.Count(tenants.Count);
        StateHasChanged();
        return tenants;
    }
}
