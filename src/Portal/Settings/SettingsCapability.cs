using Microsoft.Extensions.DependencyInjection;
using Portal.Settings.Preflight;

namespace Portal.Settings;

public static class SettingsCapability
{
    /// <summary>The workspace of the connection, made ready by itself in LocalCloud; preflight and policy.</summary>
    public static IServiceCollection AddWorkspaceSettings(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceStore>().AddSingleton<PreflightInspector>();
        services.AddHostedService<WorkspaceProvisioner>();
        return services;
    }
}
