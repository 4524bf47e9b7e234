using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.LocalCloud.Tests.Conformance;

/// <summary>One run of a file of node tests against a LocalCloud.</summary>
internal sealed class NodeRun
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../conformance"));

    /// <summary>Installs what package-lock.json names, unless that has been done.</summary>
    public static async Task InstallAsync(CancellationToken token)
    {
        var stamp = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (stamp.Exists && stamp.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            return;
        var (code, output) = await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], [], token);
        if (code != 0)
            throw new InvalidOperationException($"npm ci failed: {output}");
        stamp.Refresh();
        stamp.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
    }

    /// <returns>Results by the name of the test, and all that was printed.</returns>
    public static async Task<(IReadOnlyDictionary<string, NodeResult> Results, string Output)> TestAsync(string file, string url, CancellationToken token)
    {
        var (_, output) = await RunAsync("node", ["--test", "--test-reporter=./lines.mjs", file], new() { ["LOCALCLOUD_URL"] = url }, token);
        var results = output.Split('\n')
            .Where(line => line.StartsWith("{\"name\"", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<NodeResult>(line, Web)!)
            .ToDictionary(result => result.Name);
        return (results, output);
    }

    public static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments, Dictionary<string, string> environment, CancellationToken token)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

internal sealed record NodeResult(string Name, bool Passed, string? Message);
