using Microsoft.Extensions.DependencyInjection;

namespace Portal.Settings;

public static class SettingsCapability
{
    /// <summary>The workspace of the connection.</summary>
    public static IServiceCollection AddWorkspaceSettings(this IServiceCollection services) => services.AddSingleton<WorkspaceStore>();
}
