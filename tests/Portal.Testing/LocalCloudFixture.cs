using Amazon.Runtime;
using Amazon.S3;
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

    /// <summary>The clock its resources live by. Signatures go by the real time, as clients do.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>The folder of its blobs.</summary>
    public string DataDirectory { get; } = TestServer.NewFolder("localcloud");

    /// <summary>Its database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A plain S3 client without retries; the caller may change how it behaves.</summary>
    public AmazonS3Client S3(Action<AmazonS3Config>? configure = null, string secretAccessKey = "local-secret-key", string accessKeyId = "local")
    {
        var config = new AmazonS3Config { ServiceURL = Url, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };
        configure?.Invoke(config);
        return new AmazonS3Client(new BasicAWSCredentials(accessKeyId, secretAccessKey), config);
    }

    /// <summary>Ends it as an orderly stop does and starts it anew, on another port, on the same database and files.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await TestServer.NewDatabaseAsync("localcloud");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        pacer?.Dispose();
        await StopAsync();
    }

    private async Task StartAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings)
        {
            ["LocalCloud:Url"] = "http://127.0.0.1:0",
            ["LocalCloud:ConnectionString"] = ConnectionString,
            ["LocalCloud:DataDirectory"] = DataDirectory,
        });
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddLocalCloud(builder.Configuration);
        host = builder.Build();
        await host.StartAsync();
        pacer ??= new AwsPacer(TimeProvider.System);
        Clients = new AwsClients(Options, pacer).For(new AwsConnection { Label = "LocalCloud", AccountId = "000000000000", Region = "us-east-1" });
    }

    private async Task StopAsync()
    {
        if (host is null) return;
        await host.StopAsync();
        host.Dispose();
        host = null;
    }

    private T Service<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();
}
