using Npgsql;
using Portal.Testing;

namespace Portal.E2E.Stage;

/// <summary>A portal as its users run it: a process of its own, with its embedded database.</summary>
public sealed class PortalServer : ServerProcess
{
    private readonly string dataDirectory = TestServer.NewFolder("e2e");
    private readonly Dictionary<string, string> settings;

    /// <param name="settings">Settings in addition to addresses and data folder.</param>
    public PortalServer(Dictionary<string, string>? settings = null)
        : base("Portal.Web.dll", "Portal is ready at")
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        this.settings = new Dictionary<string, string>(settings ?? []);
        this.settings.TryAdd("Portal:Url", Url);
        this.settings.TryAdd("LocalCloud:Url", $"http://127.0.0.1:{FreePort()}");
        this.settings.TryAdd("Portal:DataDirectory", dataDirectory);
    }

    /// <summary>A portal whose LocalCloud is a process of its own.</summary>
    /// <param name="cloud">That process.</param>
    /// <param name="settings">Settings in addition.</param>
    public static PortalServer On(LocalCloudServer cloud, Dictionary<string, string>? settings = null) =>
        new(new(settings ?? []) { ["LocalCloud:Embedded"] = "false", ["LocalCloud:Url"] = cloud.Url });

    /// <summary>Its data folder, which outlives the process.</summary>
    public string DataDirectory => dataDirectory;

    public string Url { get; }

    public string CloudUrl => settings["LocalCloud:Url"];

    /// <summary>Its database: the embedded server's socket is reached as long as the portal runs.</summary>
    public string ConnectionString => settings.GetValueOrDefault("Portal:Database:ConnectionString") ?? new NpgsqlConnectionStringBuilder
    {
        Host = Path.Combine(dataDirectory, "postgres", "socket"),
        Port = 5432,
        Username = "portal",
        Database = "portal",
        Pooling = false,
    }.ConnectionString;

    protected override IReadOnlyDictionary<string, string> Settings => settings;

    /// <summary>The rows of a query against its database, columns joined by " | ".</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        return rows;
    }
}
