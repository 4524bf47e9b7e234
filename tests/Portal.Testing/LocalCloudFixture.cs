using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Aws;
using Portal.LocalCloud;
using Portal.LocalCloud.Pipeline;
using Xunit;

namespace Portal.Testing;

/// <summary>A LocalCloud on a free port with a database and blobs of its own. Use as a class or assembly fixture.</summary>
public sealed class LocalCloudFixture : IAsyncLifetime
{
    private IHost? host;
    private AwsPacer? pacer;

    /// <summary>Settings beside the defaults, to be set before it starts: "LocalCloud:KnowledgeBaseSeconds" …</summary>
    public Dictionary<string, string?> Settings { get; } = new() { ["LocalCloud:KnowledgeBaseSeconds"] = "0" };

    /// <summary>Where it listens.</summary>
    public string Url => Service<LocalCloudHost>().Url;

    /// <summary>Arms faults.</summary>
    public FaultBench Faults => Service<FaultBench>();

    /// <summary>IAM actions seen.</summary>
    public ActionLog Actions => Service<ActionLog>();

    /// <summary>How clients find it, as the portal is told.</summary>
    public AwsOptions Options => new() { LocalCloudUrl = Url };

    /// <summary>The real SDK clients, as the portal makes them.</summary>
    public AwsScope Clients { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings)
        {
            ["LocalCloud:Url"] = "http://127.0.0.1:0",
            ["LocalCloud:ConnectionString"] = await TestServer.NewDatabaseAsync("localcloud"),
            ["LocalCloud:DataDirectory"] = TestServer.NewFolder("localcloud"),
        });
        builder.Services.AddLocalCloud(builder.Configuration);
        host = builder.Build();
        await host.StartAsync();
        pacer = new AwsPacer(TimeProvider.System);
        Clients = new AwsClients(Options, pacer).For(new AwsConnection { Label = "LocalCloud", AccountId = "000000000000", Region = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        pacer?.Dispose();
        if (host is null) return;
        await host.StopAsync();
        host.Dispose();
    }

    private T Service<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();
}
