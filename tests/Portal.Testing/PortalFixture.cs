using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Portal.Access;
using Portal.Ask;
using Portal.Aws;
using Portal.Data;
using Portal.Documents;
using Portal.KnowledgeBases;
using Portal.Operations;
using Portal.Postgres;
using Portal.Samples;
using Portal.Settings;
using Portal.Tenants;
using Xunit;

namespace Portal.Testing;

/// <summary>All behaviour of the portal without screens, against a LocalCloud, with a database of its own and the operation runner running.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private IHost? host;

    /// <summary>The cloud behind it.</summary>
    public LocalCloudFixture Cloud { get; } = new();

    /// <summary>Registers what a test adds: operation kinds, another clock.</summary>
    public Action<IServiceCollection> Configure { get; set; } = static _ => { };

    /// <summary>The portal's database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A behaviour class.</summary>
    public T Get<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await Cloud.InitializeAsync();
        ConnectionString = await TestServer.NewDatabaseAsync("portal");
        await using (var database = NpgsqlDataSource.Create(ConnectionString))
            await SqlMigrator.MigrateAsync(database, typeof(PortalDb).Assembly, "Portal", NullLogger.Instance);
        host = Build();
        await host.StartAsync();
    }

    /// <summary>Ends the behaviour as an orderly stop does and starts it anew on the same database and cloud.</summary>
    public async Task RestartAsync()
    {
        await host!.StopAsync();
        host.Dispose();
        host = Build();
        await host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await Cloud.DisposeAsync();
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["LocalCloud:Url"] = Cloud.Url });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(ConnectionString);
        builder.Services.AddAws(builder.Configuration);
        builder.Services.AddOperations();
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddWorkspaceSettings();
        builder.Services.AddTenants();
        builder.Services.AddKnowledgeBases();
        builder.Services.AddAsk();
        builder.Services.AddDocuments();
        builder.Services.AddSamples();
        Configure(builder.Services);
        return builder.Build();
    }
}
