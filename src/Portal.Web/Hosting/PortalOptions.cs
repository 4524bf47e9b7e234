using Portal.Postgres;

namespace Portal.Web.Hosting;

/// <summary>Settings of the process itself, section "Portal". Each can be given in appsettings.json, as an environment variable (Portal__Url) or as an argument (--Portal:Url=…).</summary>
internal sealed record PortalOptions
{
    /// <summary>Where the portal listens, unless Kestrel:Endpoints says it in Kestrel's own words (TLS).</summary>
    public required Uri Url { get; init; }

    /// <summary>The address that people type, when a proxy stands in front.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Proxies whose X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>Database cluster, LocalCloud's blobs and keys.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>A PostgreSQL server of one's own in place of the embedded one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Whether this process also serves LocalCloud (Portal:Cloud = Local and LocalCloud:Embedded not false).</summary>
    public bool ServesLocalCloud { get; init; }

    /// <exception cref="StartProblemException">A setting is wrong; the sentence names its key.</exception>
    public static PortalOptions Read(IConfiguration configuration) => new()
    {
        Url = Address(configuration, "Portal:Url") ?? new Uri("http://localhost:5080"),
        PublicUrl = Address(configuration, "Portal:PublicUrl"),
        KnownProxies = configuration.GetSection("Portal:KnownProxies").Get<string[]>() ?? [],
        DataDirectory = Path.GetFullPath(configuration["Portal:DataDirectory"] is { Length: > 0 } folder ? folder : "data"),
        ConnectionString = configuration["Portal:Database:ConnectionString"] is { Length: > 0 } database ? database : null,
        ServesLocalCloud = !string.Equals(configuration["Portal:Cloud"], "Aws", StringComparison.OrdinalIgnoreCase) && configuration.GetValue("LocalCloud:Embedded", true),
    };

    private static Uri? Address(IConfiguration configuration, string key) => configuration[key] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address
        : throw new StartProblemException($"{key} is \"{text}\"; it must be an address such as http://localhost:5080.");
}
