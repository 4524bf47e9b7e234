using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.LocalCloud;
using Portal.Postgres;

try
{
    var builder = Host.CreateApplicationBuilder(args);
    builder.Logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // its failures end up below, in one sentence
    var directory = builder.Configuration[$"{LocalCloudOptions.Section}:{nameof(LocalCloudOptions.DataDirectory)}"] ?? "./data-localcloud";
    using var folder = DataFolder.Open(directory, "LocalCloud");
    using var logs = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());

    var connection = builder.Configuration[$"{LocalCloudOptions.Section}:{nameof(LocalCloudOptions.ConnectionString)}"];
    await using var postgres = connection is null ? await EmbeddedPostgres.StartAsync(folder, logs.CreateLogger<EmbeddedPostgres>()) : null;
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["LocalCloud:DataDirectory"] = Path.Combine(folder.Path, "localcloud"),
        ["LocalCloud:ConnectionString"] = connection ?? await postgres!.EnsureDatabaseAsync("localcloud"),
    });
    builder.Services.AddLocalCloud(builder.Configuration);
    await builder.Build().RunAsync();
    return 0;
}
catch (OptionsValidationException invalid)
{
    await Console.Error.WriteLineAsync(string.Join(' ', invalid.Failures));
    return 1;
}
catch (StartProblemException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
