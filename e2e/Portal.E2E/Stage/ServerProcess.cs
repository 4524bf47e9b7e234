using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.E2E.Stage;

/// <summary>One of our servers as a process of its own, on a data folder that outlives it, so that it can be killed and started again.</summary>
public abstract class ServerProcess(string program, string readyWords) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    /// <summary>Of the running process.</summary>
    public int ProcessId => process!.Id;

    /// <summary>What the process has printed so far, over all its lives.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Settings by key, given as arguments.</summary>
    protected abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Starts the process and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        // Continuations must not run on the thread that reads the process's output.
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process?.Dispose();
        process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{program} ended before it was ready.\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{program} is not ready after two minutes.\n{Output}", exception);
        }
    }

    /// <summary>Starts it where it must refuse to run.</summary>
    /// <returns>The exit code and what was said on standard error.</returns>
    public async Task<(int Code, string Error)> StartAndEndAsync()
    {
        using var attempt = Process.Start(Command())!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var standardOutput = attempt.StandardOutput.ReadToEndAsync(patience.Token);
        var error = await attempt.StandardError.ReadToEndAsync(patience.Token);
        await standardOutput;
        await attempt.WaitForExitAsync(patience.Token);
        return (attempt.ExitCode, error);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (process is { HasExited: false })
        {
            // SIGTERM first: an orderly stop leaves no PostgreSQL behind to be waited for.
            using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await terminate.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process?.Dispose();
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var (key, value) in Settings) start.ArgumentList.Add($"--{key}={value}");
        return start;
    }

    private void Keep(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (line.Contains(readyWords, StringComparison.Ordinal)) ready.TrySetResult();
    }
}
