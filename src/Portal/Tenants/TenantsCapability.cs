using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tenants;

public static class TenantsCapability
{
    /// <summary>Tenants: directory and onboarding.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services) => services.AddSingleton<TenantDirectory>();
}
