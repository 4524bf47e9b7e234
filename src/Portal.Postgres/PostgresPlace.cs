using System.Security.Cryptography;
using System.Text;

namespace Portal.Postgres;

/// <summary>
/// The three folders a server runs in. PostgreSQL refuses to run as root, so root hands it to the account "nobody", which must be able to enter all of them;
/// below a private home (such as /root) it cannot, and they move to the system's state folder.
/// </summary>
internal sealed record PostgresPlace(string Binaries, string Data, string Sockets, string? Moved)
{
    public const uint Nobody = 65534;
    private const string StateFolder = "/var/lib/portal";

    // sockaddr_un takes 107 bytes; "/.s.PGSQL.5432" and its lock are behind the folder.
    private const int LongestSocketFolder = 92;

    public static PostgresPlace Choose(string dataFolder)
    {
        var binaries = PostgresBinaries.Locate();
        var home = Path.Combine(dataFolder, "postgres");
        string? moved = null;
        if (Posix.IsRoot)
        {
            if (!OthersMayEnter(Path.GetDirectoryName(home)!))
            {
                home = Path.Combine(StateFolder, Fingerprint(dataFolder));
                moved = home;
            }

            if (!OthersMayEnter(binaries)) binaries = CopyBinaries(binaries);
        }

        Directory.CreateDirectory(home);
        var sockets = Path.Combine(home, "socket");
        if (Encoding.UTF8.GetByteCount(sockets) > LongestSocketFolder) sockets = Path.Combine(Path.GetTempPath(), "portal-" + Fingerprint(dataFolder));
        Directory.CreateDirectory(sockets);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in new[] { home, sockets })
            {
                if (Posix.IsRoot) Posix.GiveTo(folder, Nobody, Nobody);
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return new PostgresPlace(binaries, Path.Combine(home, "data"), sockets, moved);
    }

    private static bool OthersMayEnter(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }

        return true;
    }

    private static string CopyBinaries(string source)
    {
        var target = Path.Combine(StateFolder, "postgres-" + Fingerprint(source));
        if (Directory.Exists(target)) return target;
        // Made aside and renamed, so that an interrupted copy is never taken for a whole one.
        var aside = $"{target}.{Environment.ProcessId}";
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (new FileInfo(file).LinkTarget is not null) continue;
            var copy = Path.Combine(aside, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        PostgresBinaries.HydrateLinks(aside);
        if (!Directory.Exists(target)) Directory.Move(aside, target);
        return target;
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
