using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.S3.Storage;
using Portal.Postgres;

namespace Portal.LocalCloud;

/// <summary>Serves every service on one loopback port, over HTTP/1.1 and over HTTP/2 with prior knowledge.</summary>
public sealed class LocalCloudHost(IOptions<LocalCloudOptions> options, IServiceProvider outside, ILoggerFactory logs) : IHostedService, IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>Where it listens, once started; differs from the setting when that asked for port 0.</summary>
    public string Url { get; private set; } = options.Value.Url;

    /// <exception cref="StartProblemException">It cannot start; the message is one sentence for the user.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<ILoggerFactory>(new QuietHosting(logs));
        builder.Services.AddLogging();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, new Uri(settings.Url)));
        LocalCloudCapability.AddInside(builder.Services, settings, outside);

        app = builder.Build();
        await SqlMigrator.MigrateAsync(
            app.Services.GetRequiredService<NpgsqlDataSource>(), typeof(LocalCloudHost).Assembly, "LocalCloud", logs.CreateLogger<LocalCloudHost>(), cancellationToken);
        await app.Services.GetRequiredService<StateSweep>().RunAsync(cancellationToken);
        app.Run(app.Services.GetRequiredService<RequestPipeline>().ProcessAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartProblemException($"The address {settings.Url} is in use by another program; free it or set {LocalCloudOptions.Section}:Url.", error);
        }

        Url = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Last();
        LocalCloudLog.Serving(logs.CreateLogger<LocalCloudHost>(), Url, settings.Region, settings.AccountId);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void Listen(KestrelServerOptions kestrel, Uri url)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
        PriorKnowledge.Listen(kestrel, url.Port);
    }

    /// <summary>The host around this one reports starts, stops and failures; a second report would only confuse.</summary>
    private sealed class QuietHosting(ILoggerFactory logs) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.Contains("Hosting", StringComparison.Ordinal) && categoryName.StartsWith("Microsoft.", StringComparison.Ordinal)
                ? NullLogger.Instance
                : logs.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => logs.AddProvider(provider);

        public void Dispose()
        {
        }
    }
}
