using Portal.Web.Shell;
using Portal.Web.Ui;

namespace Portal.Web.Overview;

public static class OverviewCapability
{
    /// <summary>The first page.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddScoped<OverviewReader>()
        .AddNav(new NavEntry("Overview", "/", IconName.Overview, NavGroup.Top, Tab: true, Words: "home start"));
}
