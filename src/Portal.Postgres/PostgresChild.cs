using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Portal.Postgres;

/// <summary>The server process. The death signal is tied to the thread that made the child, so one thread lives as long as it does.</summary>
internal sealed class PostgresChild
{
    private readonly ConcurrentQueue<string> lastLines = new();
    private readonly TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger logger;
    private volatile bool stopping;

    private PostgresChild(ILogger logger) => this.logger = logger;

    public static PostgresChild Start(PostgresPlace place, ILogger logger)
    {
        var child = new PostgresChild(logger);
        string[] arguments =
        [
            "-D", place.Data, "-k", place.Sockets,
            "-c", "listen_addresses=", "-c", "port=5432", "-c", "max_connections=300",
            "-c", "shared_buffers=128MB", "-c", "log_min_messages=warning", "-c", "timezone=UTC",
        ];
        var thread = new Thread(() => child.Run(Command(place, "postgres", arguments))) { IsBackground = true, Name = "postgres" };
        thread.Start();
        child.started.Task.GetAwaiter().GetResult();
        return child;
    }

    /// <summary>setpriv replaces itself by postgres, so the child's number is the server's.</summary>
    public int ServerProcessId => started.Task.Result.Id;

    public bool HasExited => exited.Task.IsCompleted;

    public string LastLines => string.Join(' ', lastLines);

    public async Task StopAsync(TimeSpan patience)
    {
        stopping = true;
        if (HasExited) return;
        // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written.
        if (OperatingSystem.IsWindows()) started.Task.Result.Kill();
        else Posix.Signal(ServerProcessId, Posix.Interrupt);
        await exited.Task.WaitAsync(patience);
    }

    public static ProcessStartInfo Command(PostgresPlace place, string program, IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(place.Binaries, "bin", PostgresBinaries.Executable(program));
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = place.Sockets };
        if (OperatingSystem.IsLinux() && SetPrivilege() is { } setpriv)
        {
            start.FileName = setpriv;
            if (Posix.IsRoot)
            {
                var nobody = PostgresPlace.Nobody.ToString(CultureInfo.InvariantCulture);
                foreach (var argument in new[] { "--reuid", nobody, "--regid", nobody, "--clear-groups" }) start.ArgumentList.Add(argument);
            }

            foreach (var argument in new[] { "--pdeathsig", "INT", "--", path }) start.ArgumentList.Add(argument);
        }
        else
        {
            if (Posix.IsRoot) throw new StartProblemException("PostgreSQL does not run as root and setpriv (util-linux) is missing; start the portal as another user, or set Portal:Database:ConnectionString.");
            start.FileName = path;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static string? SetPrivilege() => Array.Find(["/usr/bin/setpriv", "/bin/setpriv", "/sbin/setpriv"], File.Exists);

    private void Run(ProcessStartInfo command)
    {
        try
        {
            using var process = new Process { StartInfo = command };
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult(process);
            process.WaitForExit();
            if (!stopping) logger.Ended(process.ExitCode, LastLines);
        }
        catch (Exception exception)
        {
            started.TrySetException(new StartProblemException($"PostgreSQL cannot be run: {exception.Message}", exception));
        }
        finally
        {
            exited.TrySetResult();
        }
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        logger.Output(line);
        lastLines.Enqueue(line);
        while (lastLines.Count > 10) lastLines.TryDequeue(out _);
    }
}
