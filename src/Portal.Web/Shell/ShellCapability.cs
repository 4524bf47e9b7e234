using Portal.Web.Ui.Actions;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Values;

namespace Portal.Web.Shell;

public static class ShellCapability
{
    /// <summary>The frame: components, navigation, palette, dialogs, the viewer's zone.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<NavMap>().AddSingleton<CloudState>();
        services.AddScoped<ViewerZone>().AddScoped<Dialogs>().AddScoped<Toasts>();
        services.AddScoped<IPaletteSource, PalettePages>().AddScoped<IPaletteSource, PaletteTenants>();
        return services;
    }

    /// <summary>Puts pages into the navigation and the palette.</summary>
    public static IServiceCollection AddNav(this IServiceCollection services, params ReadOnlySpan<NavEntry> entries)
    {
        foreach (var entry in entries) services.AddSingleton(entry);
        return services;
    }

    /// <summary>Serves the pages and their assets.</summary>
    public static IEndpointConventionBuilder MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        return app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            // The policy of SecurityHeaders says it, and stricter.
            options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
