using Npgsql;
using Portal.E2E.Stage;
using Portal.Testing;
using Xunit;

namespace Portal.E2E.Hosting;

/// <summary>
/// The portal on a PostgreSQL server of someone's own (Portal:Database:ConnectionString). The server of the tests stands for it: the portal knows nothing of it but
/// the connection string.
/// </summary>
public sealed class OwnPostgresTests
{
    private const string Key = "Portal:Database:ConnectionString";
    private static readonly string[] SampleLoaded =
        ["Load the sample workspace | Succeeded", "Onboard CustomerA | Succeeded", "Onboard CustomerB | Succeeded", "Sync the documents of CustomerA | Succeeded"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OnAnOwnServer_LoadsTheSampleAndGoesOnAfterKill9()
    {
        var connectionString = await TestServer.NewDatabaseAsync("own");
        await using var portal = new PortalServer(new()
        {
            [Key] = connectionString,
            ["Portal:Administrator:Email"] = "ada@example.com",
            ["Portal:Administrator:Password"] = "kestrels over the harbour",
            ["Portal:SampleWorkspace"] = "true",
        });
        await portal.StartAsync();
        // Somewhere on the way: the operation's lease is the dead process's until it runs out, since on this server another portal might live.
        await Eventually.HoldsAsync(() => portal.QueryAsync("SELECT slug FROM tenant"), rows => rows.Count > 0, "the first tenant is written down", Cancellation);
        await portal.KillAsync();

        await portal.StartAsync();

        var loaded = await Eventually.HoldsAsync(
            () => portal.QueryAsync("SELECT title, status FROM operation ORDER BY title"), rows => rows.SequenceEqual(SampleLoaded), "the sample is loaded", Cancellation, seconds: 150);
        Assert.Equal(SampleLoaded, loaded);
        Assert.False(Directory.Exists(Path.Combine(portal.DataDirectory, "postgres")), "An own server makes the embedded one needless.");
        // LocalCloud's database stands beside the portal's.
        var beside = new NpgsqlConnectionStringBuilder(connectionString);
        beside.Database += "_localcloud";
        await using var cloud = NpgsqlDataSource.Create(beside.ConnectionString);
        await using var count = cloud.CreateCommand("SELECT count(*) FROM schema_migration");
        Assert.NotEqual(0L, await count.ExecuteScalarAsync(Cancellation));

        await portal.KillAsync();
        await portal.StartAsync();
        Assert.Equal(["customera | Active", "customerb | Active"], await portal.QueryAsync("SELECT slug, state FROM tenant ORDER BY slug"));
    }

    [Fact]
    public async Task Start_WithACredentialThatTheServerRefuses_SaysSoAndExits1()
    {
        var wrong = new NpgsqlConnectionStringBuilder(await TestServer.NewDatabaseAsync("own")) { Username = "nobody_of_this_name", Timeout = 5 };
        await AssertRefusesAsync(wrong.ConnectionString, "Portal:Database:ConnectionString", "nobody_of_this_name");
    }

    [Fact]
    public async Task Start_OnADatabaseThatDoesNotExist_SaysSoAndExits1()
    {
        var wrong = new NpgsqlConnectionStringBuilder(await TestServer.NewDatabaseAsync("own")) { Database = "nothing_of_this_name" };
        await AssertRefusesAsync(wrong.ConnectionString, "Portal:Database:ConnectionString", "nothing_of_this_name");
    }

    [Fact]
    public async Task Start_WithAConnectionStringThatIsNone_SaysSoAndExits1() => await AssertRefusesAsync("over there", "Portal:Database:ConnectionString");

    [Theory]
    [InlineData("")]
    [InlineData("_localcloud")]
    public async Task Start_OnADatabaseOfANewerVersion_RefusesInOneSentence(string suffix)
    {
        var connectionString = await TestServer.NewDatabaseAsync("own");
        await using (var first = new PortalServer(new() { [Key] = connectionString })) await first.StartAsync();
        var newer = new NpgsqlConnectionStringBuilder(connectionString);
        newer.Database += suffix;
        await using (var database = NpgsqlDataSource.Create(newer.ConnectionString))
        await using (var upgrade = database.CreateCommand("INSERT INTO schema_migration (version, name) VALUES (9999, '9999_tomorrow')"))
            await upgrade.ExecuteNonQueryAsync(Cancellation);

        await AssertRefusesAsync(connectionString, suffix.Length == 0 ? "newer Portal (schema 9999" : "newer LocalCloud (schema 9999");
    }

    private static async Task AssertRefusesAsync(string connectionString, params string[] words)
    {
        await using var portal = new PortalServer(new() { [Key] = connectionString });
        var (code, error) = await portal.StartAndEndAsync();
        Assert.Equal(1, code);
        Assert.All(words, word => Assert.Contains(word, error, StringComparison.Ordinal));
        Assert.Single(error.Trim().Split('\n'));
    }
}
