using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Portal.Postgres;

namespace Portal.Testing;

/// <summary>One PostgreSQL server for all tests of a process, in a folder that goes with it. Tests get databases of their own.</summary>
public static class TestServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);

    /// <summary>An empty folder that any account may enter and that is deleted when the process ends.</summary>
    public static string NewFolder(string name)
    {
        var folder = Directory.CreateTempSubdirectory($"portal-{name}-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteQuietly(folder);
        return folder;
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public static async Task<string> NewDatabaseAsync(string name) =>
        await (await Server.Value).EnsureDatabaseAsync($"{name}_{Guid.NewGuid():N}");

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(DataFolder.Open(NewFolder("tests"), "Tests"), NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        };
        return server;
    }

    private static void DeleteQuietly(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A server that is just ending may still write there; the system clears its temporary folder.
            return;
        }
    }
}
