using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portal.Aws;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.E2E.Stage;

/// <summary>LocalCloud alone, as a process with a data folder and a database of its own. Tests arm its faults over its control endpoint.</summary>
public sealed class LocalCloudServer : ServerProcess
{
    private readonly Dictionary<string, string> settings;
    private readonly HttpClient control;
    private readonly AwsPacer pacer = new(TimeProvider.System);

    /// <param name="settings">Settings in addition to address and data folder.</param>
    public LocalCloudServer(Dictionary<string, string>? settings = null)
        : base("Portal.LocalCloud.dll", "LocalCloud serves")
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        this.settings = new Dictionary<string, string>(settings ?? [])
        {
            ["LocalCloud:Url"] = Url,
            ["LocalCloud:DataDirectory"] = TestServer.NewFolder("e2e-cloud"),
        };
        control = new HttpClient { BaseAddress = new Uri(Url) };
        control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "local-secret-key");
        Clients = new AwsClients(new AwsOptions { LocalCloudUrl = Url }, pacer).For(new AwsConnection { Label = "LocalCloud", AccountId = "000000000000", Region = "us-east-1" });
    }

    public string Url { get; }

    /// <summary>The real SDK clients.</summary>
    public AwsScope Clients { get; }

    protected override IReadOnlyDictionary<string, string> Settings => settings;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Stops the next such call but <paramref name="skip"/> before anything of it is done: it never answers.</summary>
    public Task StopBeforeAsync(string operation, int skip = 0) => ArmAsync(new ArmedFault { On = operation, Kind = FaultKind.Hang, Skip = skip, Times = 1 });

    /// <summary>
    /// Does the call but <paramref name="skip"/>, loses its answer and lets the caller's second try hang: AWS has accepted what the portal never heard of.
    /// </summary>
    public async Task StopAfterAsync(string operation, int skip = 0)
    {
        await ArmAsync(new ArmedFault { On = operation, Kind = FaultKind.DropResponse, Skip = skip, Times = 1 });
        // Both let the same calls pass; the one that the first strikes is not seen by the second.
        await ArmAsync(new ArmedFault { On = operation, Kind = FaultKind.Hang, Skip = skip, Times = 1 });
    }

    /// <summary>Waits until every armed fault has struck.</summary>
    public Task StruckAsync() => Eventually.HoldsAsync(
        () => control.GetStringAsync("/_localcloud/faults", Cancellation), left => left == "[]", "every armed fault has struck", Cancellation, seconds: 120);

    public async Task ClearFaultsAsync() => (await control.DeleteAsync("/_localcloud/faults", Cancellation)).EnsureSuccessStatusCode();

    public override async ValueTask DisposeAsync()
    {
        control.Dispose();
        pacer.Dispose();
        await base.DisposeAsync();
    }

    private async Task ArmAsync(ArmedFault fault) => (await control.PostAsJsonAsync("/_localcloud/faults", fault, Cancellation)).EnsureSuccessStatusCode();
}
