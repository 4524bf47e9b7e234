using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests;

/// <summary>LocalCloud as a process of its own.</summary>
public sealed class ProgramTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_FolderOwnedByAnother_SaysSoInOneSentence()
    {
        var folder = TestServer.NewFolder("program");
        using var owner = Portal.Postgres.DataFolder.Open(folder, "LocalCloud");
        var (code, error) = await RunAsync(folder, "http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Matches(@"\AAnother LocalCloud is running on the data folder [^\n]+\n\z", error);
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (code, error) = await RunAsync(TestServer.NewFolder("program"), url);
        Assert.Equal(1, code);
        Assert.Equal($"The address {url} is in use by another program; free it or set LocalCloud:Url.\n", error);
    }

    [Theory]
    [InlineData("LocalCloud__Url", "http://example.com:80", "LocalCloud:Url")]
    [InlineData("LocalCloud__AccountId", "12", "LocalCloud:AccountId")]
    public async Task Start_WrongSetting_NamesItsKey(string variable, string value, string key)
    {
        var (code, error) = await RunAsync(TestServer.NewFolder("program"), "http://127.0.0.1:0", (variable, value));
        Assert.Equal(1, code);
        Assert.Contains(key, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<(int Code, string Error)> RunAsync(string folder, string url, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalCloudHost).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["LocalCloud__DataDirectory"] = folder;
        start.Environment["LocalCloud__Url"] = url;
        start.Environment["LocalCloud__ConnectionString"] = await TestServer.NewDatabaseAsync("program");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Token);
            var error = await process.StandardError.ReadToEndAsync(Token);
            await output;
            await process.WaitForExitAsync(Token);
            return (process.ExitCode, error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
