using System.Net;
using System.Net.Sockets;
using Portal.E2E.Stage;
using Xunit;

namespace Portal.E2E.Hosting;

/// <summary>The process as its owner meets it: it starts, refuses in one sentence, survives kill -9.</summary>
public sealed class StartTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Start_OnANewFolder_IsReadyAndHealthy()
    {
        await using var portal = new PortalServer();
        await portal.StartAsync();

        Assert.Equal("Healthy", await GetAsync($"{portal.Url}/healthz"));
        Assert.Equal("Healthy", await GetAsync($"{portal.Url}/readyz"));
    }

    [Fact]
    public async Task Start_AfterKill9_IsReadyAgainOnTheSameFolder()
    {
        await using var portal = new PortalServer();
        await portal.StartAsync();
        await portal.KillAsync();

        await portal.StartAsync();

        Assert.Equal("Healthy", await GetAsync($"{portal.Url}/readyz"));
    }

    [Fact]
    public async Task Start_OnAFolderInUse_SaysSoAndExits1()
    {
        await using var first = new PortalServer();
        await first.StartAsync();
        await using var second = new PortalServer(new() { ["Portal:DataDirectory"] = first.DataDirectory });

        await AssertRefusesAsync(second, "Another Portal is running on the data folder");
    }

    [Fact]
    public async Task Start_OnAFolderOfSomethingElse_SaysSoAndExits1()
    {
        await using var portal = new PortalServer();
        await File.WriteAllTextAsync(Path.Combine(portal.DataDirectory, "notes.txt"), "mine", TestContext.Current.CancellationToken);

        await AssertRefusesAsync(portal, "holds files that are not Portal's");
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysSoAndExits1()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;
        await using var portal = new PortalServer(new() { ["Portal:Url"] = $"http://127.0.0.1:{port}" });

        await AssertRefusesAsync(portal, "another program listens there");
    }

    [Fact]
    public async Task Start_OnALocalCloudPortInUse_SaysSoAndExits1()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;
        await using var portal = new PortalServer(new() { ["LocalCloud:Url"] = $"http://127.0.0.1:{port}" });

        await AssertRefusesAsync(portal, "LocalCloud:Url");
    }

    [Theory]
    [InlineData("Portal:Cloud", "Azure", "it must be Local or Aws")]
    [InlineData("Portal:Url", "five thousand", "Portal:Url is \"five thousand\"")]
    [InlineData("Portal:PublicUrl", "ftp://x", "Portal:PublicUrl is \"ftp://x\"")]
    [InlineData("Portal:Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=x;Timeout=2", "Portal:Database:ConnectionString")]
    [InlineData("LocalCloud:Url", "http://example.com:5081", "loopback")]
    [InlineData("Portal:KnownProxies:0", "proxy.example.com", "must be IP addresses")]
    public async Task Start_WithAWrongSetting_NamesItAndExits1(string key, string value, string expected)
    {
        await using var portal = new PortalServer(new() { [key] = value });

        await AssertRefusesAsync(portal, expected);
    }

    [Fact]
    public async Task Start_WithAPublicUrl_AnswersForItsHostAndNoOther()
    {
        await using var portal = new PortalServer(new() { ["Portal:PublicUrl"] = "https://portal.example.com" });
        await portal.StartAsync();
        Assert.Contains("open https://portal.example.com/setup", portal.Output, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await StatusForHostAsync(portal, "portal.example.com"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusForHostAsync(portal, "evil.example.com"));
    }

    private static async Task<HttpStatusCode> StatusForHostAsync(PortalServer portal, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{portal.Url}/healthz");
        request.Headers.Host = host;
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task AssertRefusesAsync(PortalServer portal, string expected)
    {
        var (code, error) = await portal.StartAndEndAsync();
        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static Task<string> GetAsync(string url) => Http.GetStringAsync(url, TestContext.Current.CancellationToken);
}
