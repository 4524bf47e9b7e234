using Portal.Access;
using Portal.Web.Shell;
using Portal.Web.Ui;
[assembly: HostingStartup(typeof(Portal.Web.Gallery.Startup))]
namespace Portal.Web.Gallery;
public sealed class Startup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.AddScoped<ActorOfCircuit>(_ => _ => Task.FromResult<Actor?>(new Actor(Guid.NewGuid(), "pat.engel@example.com", PortalRole.Administrator, new HashSet<Guid>())));
        services.AddScoped<VisibleTenants>(_ => async t => { await Task.Delay(50, t); return [new TenantLink("customera", "CustomerA"), new TenantLink("customerb", "CustomerB")]; });
        services.AddNav(new NavEntry("Tenants", "/tenants", IconName.Tenants, NavGroup.Tenants, Tab: true), new NavEntry("Gallery", "/gallery", IconName.Cube, NavGroup.Tenants, 1, Tab: true), new NavEntry("Knowledge bases", "/knowledge-bases", IconName.Book, NavGroup.Knowledge, Tab: true), new NavEntry("Operations", "/operations", IconName.Clock, NavGroup.Portal), new NavEntry("Settings", "/settings", IconName.Gear, NavGroup.Portal, 9));
        services.AddSingleton<IStartupFilter>(new F());
        services.AddSingleton(new OverviewSection(typeof(GalleryOverview), 1));
    });
    private sealed class F : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.ApplicationServices.GetRequiredService<CloudState>().Show(new CloudBanner(Environment.GetEnvironmentVariable("G_CLOUD") is { } c ? Enum.Parse<CloudKind>(c) : CloudKind.Local, "us-east-1", "000000000000", "no AWS account, costs are simulated"));
            app.Map("/healthz", a => a.Run(c => c.Response.WriteAsync("ok")));
            next(app);
        };
    }
}
