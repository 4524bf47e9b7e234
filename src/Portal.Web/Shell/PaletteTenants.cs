using Portal.Web.Ui;

namespace Portal.Web.Shell;

/// <summary>The tenants the viewer may open.</summary>
internal sealed class PaletteTenants(VisibleTenants? tenants = null) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(string words, CancellationToken cancellation) => tenants is null ? []
        : [.. (await tenants(cancellation)).Select(tenant => new PaletteItem("Tenants", tenant.Name, IconName.Tenants, "/tenants/" + Uri.EscapeDataString(tenant.Slug), tenant.Slug))];
}
