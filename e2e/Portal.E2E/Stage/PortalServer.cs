using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Testing;

namespace Portal.E2E.Stage;

/// <summary>A portal as its users run it: a process of its own, with its embedded database, on a data folder that outlives it, so that it can be killed and started again.</summary>
public sealed class PortalServer : IAsyncDisposable
{
    private readonly string dataDirectory = TestServer.NewFolder("e2e");
    private readonly Dictionary<string, string> settings;
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    /// <param name="settings">Settings in addition to addresses and data folder.</param>
    public PortalServer(Dictionary<string, string>? settings = null)
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        CloudUrl = $"http://127.0.0.1:{FreePort()}";
        this.settings = new Dictionary<string, string>(settings ?? []);
        this.settings.TryAdd("Portal:Url", Url);
        this.settings.TryAdd("LocalCloud:Url", CloudUrl);
        this.settings.TryAdd("Portal:DataDirectory", dataDirectory);
    }

    /// <summary>Its data folder, which outlives the process.</summary>
    public string DataDirectory => dataDirectory;

    public string Url { get; }

    public string CloudUrl { get; }

    /// <summary>Of the running process.</summary>
    public int ProcessId => process!.Id;

    /// <summary>What the process has printed so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts the process and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource();
        process = new Process { StartInfo = Command(settings), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The portal ended before it was ready.\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Starts it where it must refuse to run.</summary>
    /// <returns>The exit code and what was said on standard error.</returns>
    public async Task<(int Code, string Error)> StartAndEndAsync()
    {
        using var attempt = Process.Start(Command(settings))!;
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

    public async ValueTask DisposeAsync()
    {
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

    private static ProcessStartInfo Command(Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"));
        foreach (var (key, value) in settings) start.ArgumentList.Add($"--{key}={value}");
        return start;
    }

    private void Keep(string? line, TaskCompletionSource ready)
    {
        if (line is null) return;
        output.Enqueue(line);
        if (line.StartsWith("Portal is ready at", StringComparison.Ordinal)) ready.TrySetResult();
    }
}
