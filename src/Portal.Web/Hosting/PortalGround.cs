using Npgsql;
using Portal.Data;
using Portal.Postgres;

namespace Portal.Web.Hosting;

/// <summary>What must stand before anything else can: the data folder, the database server, the schema.</summary>
internal sealed class PortalGround : IAsyncDisposable
{
    private readonly DataFolder folder;

    private PortalGround(DataFolder folder, EmbeddedPostgres? server, string connectionString, string? localCloudConnectionString) =>
        (this.folder, Server, ConnectionString, LocalCloudConnectionString) = (folder, server, connectionString, localCloudConnectionString);

    /// <summary>Null when the database is a server of the user's own.</summary>
    public EmbeddedPostgres? Server { get; }

    /// <summary>The portal's database.</summary>
    public string ConnectionString { get; }

    /// <summary>LocalCloud's database on the same server; null when this process does not serve LocalCloud.</summary>
    public string? LocalCloudConnectionString { get; }

    /// <exception cref="StartProblemException">Something is missing or in use; the sentence says what to do.</exception>
    public static async Task<PortalGround> PrepareAsync(PortalOptions options, ILoggerFactory logs, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(options.DataDirectory, "Portal");
        EmbeddedPostgres? server = null;
        try
        {
            server = options.ConnectionString is null ? await EmbeddedPostgres.StartAsync(folder, logs.CreateLogger<EmbeddedPostgres>(), cancellation) : null;
            var portal = server is null ? options.ConnectionString! : await server.EnsureDatabaseAsync("portal", cancellation);
            await MigrateAsync(portal, logs.CreateLogger<PortalGround>(), cancellation);
            var localCloud = !options.ServesLocalCloud ? null
                : server is null ? await OwnDatabase.EnsureBesideAsync(portal, "_localcloud", cancellation)
                : await server.EnsureDatabaseAsync("localcloud", cancellation);
            return new PortalGround(folder, server, portal, localCloud);
        }
        catch
        {
            if (server is not null) await server.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        folder.Dispose();
    }

    private static async Task MigrateAsync(string connectionString, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            await using var database = NpgsqlDataSource.Create(connectionString);
            await SqlMigrator.MigrateAsync(database, typeof(PortalDb).Assembly, "Portal", logger, cancellation);
        }
        catch (Exception exception) when (exception is NpgsqlException or ArgumentException)
        {
            throw new StartProblemException($"The portal's database cannot be used ({exception.Message}); check Portal:Database:ConnectionString and the server behind it.", exception);
        }
    }
}
