using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.Operations;
using Portal.Settings;
using Portal.Tenants;
using Portal.Testing;
using Portal.Web.Hosting;
using Xunit;

namespace Portal.Web.Documents;

/// <summary>The whole portal in this process, with LocalCloud, an administrator, two tenants and an operator of the first.</summary>
public sealed partial class RunningPortal : IAsyncLifetime
{
    private const string Password = "Vq7-heron-lantern-42";
    private PreparedPortal? portal;

    public string Url { get; private set; } = "";

    public string Bucket { get; private set; } = "";

    public IAmazonS3 S3 { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        portal = await PreparedPortal.CreateAsync(
        [
            $"--Portal:Url={Url}", $"--LocalCloud:Url=http://127.0.0.1:{FreePort()}", $"--Portal:DataDirectory={TestServer.NewFolder("web")}", "--LocalCloud:KnowledgeBaseSeconds=0",
            "--Portal:Administrator:Email=admin@example.org", $"--Portal:Administrator:Password={Password}", "--Logging:LogLevel:Default=Warning",
        ]);
        await portal.App.StartAsync();
        await portal.AnnounceAsync();
        var connection = await Get<ConnectionGuard>().CurrentAsync();
        var workspaces = Get<WorkspaceStore>();
        var workspace = await Eventually.HoldsAsync(() => workspaces.FindAsync(connection), found => found is not null, "the workspace is ready", CancellationToken.None);
        var aws = Get<AwsClients>().For(connection);
        (Bucket, S3) = (workspace!.Bucket, aws.S3);
        var spec = new KnowledgeBaseSpec(
            "shared", "arn:aws:iam::000000000000:role/BedrockKnowledgeBase", "amazon.titan-embed-text-v2:0", new S3VectorsStore("arn:aws:s3vectors:us-east-1:000000000000:bucket/vectors/index/shared"));
        var knowledgeBase = (await aws.BedrockAgent.CreateKnowledgeBaseAsync(spec.ToRequest(connection))).KnowledgeBase.KnowledgeBaseId;
        var first = await OnboardAsync("CustomerA", knowledgeBase);
        await OnboardAsync("CustomerB", knowledgeBase);
        await Get<UserDirectory>().AddAsync(Actor.Portal, "operator@example.org", Password, PortalRole.Operator, [first]);
        await Get<UserDirectory>().AddAsync(Actor.Portal, "viewer@example.org", Password, PortalRole.Viewer, []);
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is null) return;
        await portal.App.StopAsync();
        await portal.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull => portal!.App.Services.GetRequiredService<T>();

    /// <summary>A browser without scripts. Redirects are not followed.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url) };

    /// <summary>The same, signed in, with the antiforgery token of a page that it was served.</summary>
    public async Task<(HttpClient Client, string Token)> SignInAsync(string email)
    {
        var client = Anonymous();
        var form = await client.GetStringAsync("/sign-in");
        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = TokenOf(form),
            ["_handler"] = "sign-in",
            ["Email"] = email,
            ["Password"] = Password,
        }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var page = new HttpRequestMessage(HttpMethod.Get, "/tenants");
        page.Headers.Accept.ParseAdd("text/html");
        return (client, TokenOf(await (await client.SendAsync(page)).Content.ReadAsStringAsync()));
    }

    private static string TokenOf(string html) => TokenField().Match(html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No antiforgery token in {html}");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private async Task<Guid> OnboardAsync(string name, string knowledgeBaseId)
    {
        var wish = new OnboardTenant(Guid.CreateVersion7(), TenantNames.Propose(name, "customer-data/"), [], [], KnowledgeBaseSharing.Shared, knowledgeBaseId);
        var id = await Get<TenantOnboarding>().StartAsync(Actor.Portal, wish);
        var operation = await Eventually.HoldsAsync(() => Get<OperationDesk>().GetAsync(Actor.Portal, id), seen => seen.IsFinished, "the tenant is onboarded", CancellationToken.None);
        Assert.Equal(OperationStatus.Succeeded, operation.Status);
        return wish.TenantId;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
