using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Portal.Postgres;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("portal-postgres-").FullName;

    public EmbeddedPostgresTests()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task Start_OnAnEmptyFolder_ServesAndKeepsWhatWasWritten()
    {
        using (var folder = DataFolder.Open(path, "Portal"))
        await using (var server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation))
        {
            await ExecuteAsync(await server.EnsureDatabaseAsync("portal", Cancellation), "CREATE TABLE t (v text); INSERT INTO t VALUES ('kept')");
        }

        using (var folder = DataFolder.Open(path, "Portal"))
        await using (var server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation))
        {
            Assert.Equal("kept", await ScalarAsync(await server.EnsureDatabaseAsync("portal", Cancellation), "SELECT v FROM t"));
        }
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_RecoversEveryCommittedRow()
    {
        using var folder = DataFolder.Open(path, "Portal");
        await using (var server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation))
        {
            await ExecuteAsync(await server.EnsureDatabaseAsync("portal", Cancellation), "CREATE TABLE t (v text); INSERT INTO t VALUES ('committed')");
            var pid = int.Parse(File.ReadLines(Path.Combine(path, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
            Process.GetProcessById(pid).Kill();
        }

        await using var again = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation);
        Assert.Equal("committed", await ScalarAsync(again.ConnectionString("portal"), "SELECT v FROM t"));
    }

    [Fact]
    public async Task Start_WhileALeftoverServerStillRuns_TakesItsPlace()
    {
        using var folder = DataFolder.Open(path, "Portal");
        await using var leftover = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation);
        await ExecuteAsync(await leftover.EnsureDatabaseAsync("portal", Cancellation), "CREATE TABLE t (v text); INSERT INTO t VALUES ('old')");

        await using var next = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation);

        NpgsqlConnection.ClearAllPools();
        Assert.Equal("old", await ScalarAsync(next.ConnectionString("portal"), "SELECT v FROM t"));
    }

    [Fact]
    public void Open_TwiceAtOnce_IsRefusedInOneSentence()
    {
        using var first = DataFolder.Open(path, "Portal");
        var problem = Assert.Throws<StartProblemException>(() => DataFolder.Open(path, "Portal"));
        Assert.Contains("Another Portal is running on the data folder", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFolderOfSomethingElse_IsRefusedAndLeftAlone()
    {
        File.WriteAllText(Path.Combine(path, "thesis.docx"), "mine");
        var problem = Assert.Throws<StartProblemException>(() => DataFolder.Open(path, "Portal"));
        Assert.Contains("holds files that are not Portal's", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.docx"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName));
    }

    [Fact]
    public void Open_TheFolderOfAnotherKind_NamesTheKind()
    {
        DataFolder.Open(path, "LocalCloud").Dispose();
        var problem = Assert.Throws<StartProblemException>(() => DataFolder.Open(path, "Portal"));
        Assert.Contains("the data folder of LocalCloud", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_ADatabaseOfANewerVersion_IsRefused()
    {
        using var folder = DataFolder.Open(path, "Portal");
        await using var server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancellation);
        var connectionString = await server.EnsureDatabaseAsync("portal", Cancellation);
        await using var database = NpgsqlDataSource.Create(connectionString);
        await SqlMigrator.MigrateAsync(database, Assembly.GetExecutingAssembly(), "Portal", NullLogger.Instance, Cancellation);
        await ExecuteAsync(connectionString, "INSERT INTO schema_migration (version, name) VALUES (9999, '9999_tomorrow')");

        var problem = await Assert.ThrowsAsync<StartProblemException>(
            () => SqlMigrator.MigrateAsync(database, Assembly.GetExecutingAssembly(), "Portal", NullLogger.Instance, Cancellation));

        Assert.Contains("newer Portal (schema 9999", problem.Message, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
