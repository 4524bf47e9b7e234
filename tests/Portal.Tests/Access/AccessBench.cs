using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Portal.Aws;
using Portal.Data;
using Portal.Postgres;
using Portal.Tenants;
using Portal.Testing;

namespace Portal.Access;

/// <summary>Access on a real database of its own, with a clock that the test moves. No cloud is needed.</summary>
internal sealed class AccessBench : IAsyncDisposable
{
    public const string Password = "horse battery staple 9";

    private readonly string connectionString;
    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection> configure;
    private ServiceProvider provider;

    private AccessBench(string connectionString, Dictionary<string, string?> settings, Action<IServiceCollection> configure)
    {
        (this.connectionString, this.settings, this.configure) = (connectionString, settings, configure);
        provider = Build();
    }

    public ManualTime Time { get; } = new();

    public PortalDatabase Database => Get<PortalDatabase>();

    public static async Task<AccessBench> StartAsync(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var connectionString = await TestServer.NewDatabaseAsync("access");
        await using (var source = NpgsqlDataSource.Create(connectionString))
            await SqlMigrator.MigrateAsync(source, typeof(PortalDb).Assembly, "Portal", NullLogger.Instance);
        return new AccessBench(connectionString, settings ?? [], configure ?? (static _ => { }));
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Another process on the same database.</summary>
    public async Task RestartAsync()
    {
        await provider.DisposeAsync();
        provider = Build();
    }

    /// <summary>The first administrator.</summary>
    public async Task<Actor> AdministratorAsync(string email = "ada@example.com")
    {
        var code = await Get<FirstAdministrator>().PrepareAsync();
        return (await Get<FirstAdministrator>().SetUpAsync(code!, email, Password, loadSample: false)).Actor;
    }

    public async Task<Guid> TenantAsync(string name)
    {
        await using var db = await Database.OpenAsync();
        var connection = await db.Set<AwsConnection>().FirstOrDefaultAsync();
        if (connection is null) db.Add(connection = new AwsConnection { Id = Guid.CreateVersion7(), Label = "Test", AccountId = "000000000000", Region = "us-east-1" });
        var tenant = new Tenant
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = connection.Id,
            Slug = name,
            Name = name,
            Prefix = $"customer-data/{name}/",
            AttributeValue = name,
            SlugFolded = name,
            PrefixFolded = $"customer-data/{name}/",
            AttributeValueFolded = name,
            CreatedAt = Time.GetUtcNow(),
        };
        db.Add(tenant);
        await db.SaveChangesAsync();
        return tenant.Id;
    }

    public async Task<List<AuditEntry>> AuditAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.Set<AuditEntry>().OrderBy(entry => entry.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddData(connectionString);
        services.AddAccess(configuration);
        configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
