using Microsoft.Extensions.DependencyInjection;
using Portal.Operations;

namespace Portal.Tenants;

public static class TenantsCapability
{
    /// <summary>Tenants: directory, onboarding and editing.</summary>
    public static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<TenantRegister>();
        services.AddSingleton<TenantOnboarding>();
        services.AddSingleton<TenantEditor>();
        services.AddSingleton<FolderMaker>();
        services.AddSingleton<SourceArranger>();
        return services.AddOperation<OnboardTenantOperation>();
    }
}
