using Portal.Access;
using Portal.Ask;
using Portal.Aws;
using Portal.Data;
using Portal.Documents;
using Portal.KnowledgeBases;
using Portal.LocalCloud;
using Portal.Operations;
using Portal.Samples;
using Portal.Settings;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Documents;
using Portal.Web.KnowledgeBases;
using Portal.Web.Operations;
using Portal.Web.Overview;
using Portal.Web.Settings;
using Portal.Web.Shell;
using Portal.Web.Tenants;

namespace Portal.Web.Hosting;

/// <summary>The contents list: every capability, once for its services and once for its place in the request pipeline.</summary>
internal static class PortalParts
{
    public static WebApplication Build(WebApplicationBuilder builder, PortalOptions options, PortalGround ground)
    {
        var services = builder.Services;
        var configuration = builder.Configuration;
        Proxies.LimitHosts(configuration, options);
        builder.WebHost.UseStaticWebAssets();
        if (!configuration.GetSection("Kestrel:Endpoints").Exists()) builder.WebHost.UseUrls(options.Url.ToString());

        if (ground.LocalCloudConnectionString is { } localCloud)
        {
            configuration["LocalCloud:ConnectionString"] = localCloud;
            configuration["LocalCloud:DataDirectory"] = Path.Combine(options.DataDirectory, "localcloud");
            services.AddLocalCloud(configuration);
        }

        services.AddSingleton(options);
        services.AddShell();
        services.AddOverview();
        if (ground.Server is not null) services.AddSingleton(ground.Server);
        services.AddData(ground.ConnectionString);
        services.AddAws(configuration);
        services.AddOperations();
        services.AddWebOperations();
        services.AddAccess(configuration);
        services.AddWebAccess();
        services.AddWorkspaceSettings();
        services.AddWebSettings();
        services.AddTenants();
        services.AddWebTenants();
        services.AddDocuments();
        services.AddWebDocuments();
        services.AddKnowledgeBases();
        services.AddWebKnowledgeBases();
        services.AddAsk();
        services.AddSamples();
        services.AddHostedService<CloudWatcher>();
        services.AddHealth();

        var app = builder.Build();
        app.UseKnownProxies(options);
        app.UseSecurityHeaders();
        app.UseStatusPages();
        app.UseWebAccess();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapAccess();
        app.MapDocuments();
        app.MapShell();
        return app;
    }
}
