using Portal.Access;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Shell;
using Portal.Web.Ui;

namespace Portal.Web.Tenants;

public static class WebTenantsCapability
{
    /// <summary>Tenants in the navigation, the switcher and the palette.</summary>
    public static IServiceCollection AddWebTenants(this IServiceCollection services)
    {
        services.AddScoped<VisibleTenants>(provider => async cancellation =>
        {
            var actor = await provider.GetRequiredService<CurrentActor>().GetAsync(cancellation);
            return [.. (await provider.GetRequiredService<TenantDirectory>().ListAsync(actor, cancellation)).Select(tenant => new TenantLink(tenant.Slug, tenant.Name))];
        });
        return services.AddNav(
            new NavEntry("Tenants", TenantLinks.List, IconName.Tenants, NavGroup.Tenants, Needs: Permission.ReadTenant, Tab: true, Words: "customers"));
    }
}
