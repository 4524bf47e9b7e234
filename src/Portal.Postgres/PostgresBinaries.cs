using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Portal.Postgres;

/// <summary>Where initdb and postgres are on this machine: beside a published portal, or in the npm package of a checkout.</summary>
internal static class PostgresBinaries
{
    private sealed record Link(string Source, string Target);

    /// <exception cref="StartProblemException">There are no server binaries for this platform.</exception>
    public static string Locate()
    {
        string[] candidates =
        [
            Path.Combine(AppContext.BaseDirectory, "postgres", Platform, "native"),
            Path.Combine(AppContext.BaseDirectory, "postgres"),
            Path.Combine(Packages, Platform, "native"),
        ];
        var folder = Array.Find(candidates, candidate => File.Exists(Path.Combine(candidate, "bin", Executable("postgres"))))
            ?? throw new StartProblemException(
                $"The embedded PostgreSQL server for {Platform} is missing; build once with npm at hand, or set Portal:Database:ConnectionString to a server of your own.");
        HydrateLinks(folder);
        return folder;
    }

    public static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    /// <summary>npm packages cannot hold links, so the package lists them; libraries are looked up by the linked names.</summary>
    public static void HydrateLinks(string folder)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (!File.Exists(list)) return;
        var links = JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links)
        {
            // Entries are relative to the package: "native/lib/x".
            var source = Path.Combine(folder, link.Source["native/".Length..]);
            var target = Path.Combine(folder, link.Target["native/".Length..]);
            if (!File.Exists(source) || File.Exists(target)) continue;
            try
            {
                File.CreateSymbolicLink(target, Path.GetFileName(source));
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another process made the same link in the meantime.
                continue;
            }
        }
    }

    private static string Packages =>
        typeof(PostgresBinaries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "PostgresPackages").Value!;

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }
}
