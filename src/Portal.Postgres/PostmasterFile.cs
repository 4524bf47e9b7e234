using System.Globalization;

namespace Portal.Postgres;

/// <summary>postmaster.pid: line 1 is the process, line 2 its data folder, line 8 its state.</summary>
internal sealed record PostmasterFile(int ProcessId, bool IsReady)
{
    public static PostmasterFile? Read(string dataFolder)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
            return lines.Length > 1 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) && Path.GetFullPath(lines[1].Trim()) == Path.GetFullPath(dataFolder)
                ? new PostmasterFile(pid, lines.Length > 7 && lines[7].Trim() == "ready")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A number can have been given to another process since; only a live postgres counts.</summary>
    public bool IsAlive()
    {
        if (!Posix.IsAlive(ProcessId)) return false;
        var commandLine = $"/proc/{ProcessId}/cmdline";
        return !File.Exists(commandLine) || File.ReadAllText(commandLine).Contains("postgres", StringComparison.Ordinal);
    }
}
