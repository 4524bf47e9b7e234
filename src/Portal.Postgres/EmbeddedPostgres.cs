using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Postgres;

/// <summary>
/// A real PostgreSQL server as a child of this process, on a unix socket below the data folder. It ends with its parent (death signal on Linux); where that
/// fails, the next start stops what is left of it, which is safe because <see cref="DataFolder"/> proves that the former owner is gone.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PostgresPlace place;
    private readonly ILogger logger;
    private readonly PostgresChild child;

    private EmbeddedPostgres(PostgresPlace place, PostgresChild child, ILogger logger) => (this.place, this.child, this.logger) = (place, child, logger);

    /// <summary>Makes the cluster if there is none and starts it.</summary>
    /// <param name="folder">The data folder, owned by this process.</param>
    /// <param name="logger">Gets the server's own lines at debug level.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="StartProblemException">The server cannot run here.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(DataFolder folder, ILogger logger, CancellationToken cancellation = default)
    {
        var place = PostgresPlace.Choose(folder.Path);
        if (place.Moved is not null) logger.Moved(place.Moved);
        await StopLeftoverAsync(place, logger, cancellation);
        await MakeClusterAsync(place, cancellation);
        var child = PostgresChild.Start(place, logger);
        var server = new EmbeddedPostgres(place, child, logger);
        await server.WaitUntilReadyAsync(cancellation);
        logger.Ready(place.Data);
        return server;
    }

    /// <summary>Connection string of one database of this server.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = place.Sockets,
        Port = 5432,
        Username = "portal",
        Database = database,
        MaxPoolSize = 60,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Creates <paramref name="database"/> if it does not exist and returns its connection string.</summary>
    public async Task<string> EnsureDatabaseAsync(string database, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(cancellation) is null)
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }

        return ConnectionString(database);
    }

    /// <summary>Stops the server and waits until it is gone; nothing is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await child.StopAsync(Patience);
    }

    private static async Task StopLeftoverAsync(PostgresPlace place, ILogger logger, CancellationToken cancellation)
    {
        if (PostmasterFile.Read(place.Data) is not { } leftover || !leftover.IsAlive()) return;
        logger.StoppingLeftover(leftover.ProcessId);
        var clock = Stopwatch.StartNew();
        Posix.Signal(leftover.ProcessId, Posix.Interrupt);
        while (leftover.IsAlive())
        {
            if (clock.Elapsed > Patience / 2) Posix.Signal(leftover.ProcessId, Posix.Quit);
            if (clock.Elapsed > Patience)
                throw new StartProblemException($"A PostgreSQL server (process {leftover.ProcessId}) still holds {place.Data} and does not stop; end it and start again.");
            await Task.Delay(20, cancellation);
        }
    }

    private static async Task MakeClusterAsync(PostgresPlace place, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(place.Data, "PG_VERSION"))) return;
        // Made aside and renamed: a start that is killed in the middle leaves no half cluster.
        var aside = place.Data + ".new";
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        using var initdb = Process.Start(PostgresChild.Command(place, "initdb", ["-D", aside, "-U", "portal", "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"]))!;
        var output = initdb.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await initdb.StandardError.ReadToEndAsync(cancellation);
        await output;
        await initdb.WaitForExitAsync(cancellation);
        if (initdb.ExitCode != 0) throw new StartProblemException($"initdb could not make the database cluster in {place.Data}: {errors.Trim()}");
        Directory.Move(aside, place.Data);
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        // A second server on the folder would exit while Npgsql happily reaches the first, so the child itself must live and be the one that is ready.
        while (PostmasterFile.Read(place.Data) is not { IsReady: true } file || file.ProcessId != child.ServerProcessId)
        {
            if (child.HasExited) throw new StartProblemException($"PostgreSQL did not start in {place.Data}: {child.LastLines}");
            if (clock.Elapsed > Patience) throw new StartProblemException($"PostgreSQL in {place.Data} was not ready after {Patience.TotalSeconds:0} seconds: {child.LastLines}");
            await Task.Delay(15, cancellation);
        }
    }
}
