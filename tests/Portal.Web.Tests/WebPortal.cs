using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Testing;
using Portal.Web.Hosting;

namespace Portal.Web;

/// <summary>The whole portal behind a real port, with a database of its own and a LocalCloud beside it.</summary>
internal sealed partial class WebPortal : IAsyncDisposable
{
    public const string Email = "ada@example.com";
    public const string Password = "horse battery staple 9";

    private readonly LocalCloudFixture cloud = new();
    private readonly string database;
    private readonly string folder = TestServer.NewFolder("web");
    private readonly string[] settings;
    private PreparedPortal portal = null!;

    private WebPortal(string database, string[] settings) => (this.database, this.settings) = (database, settings);

    /// <summary>The LocalCloud beside it.</summary>
    public LocalCloudFixture Cloud => cloud;

    public Uri Address { get; private set; } = null!;

    /// <summary>The code of the first start; null once there is an administrator.</summary>
    public string? SetupCode { get; private set; }

    public IServiceProvider Services => portal.App.Services;

    /// <summary>A portal at its first start.</summary>
    public static async Task<WebPortal> StartAsync(params string[] settings)
    {
        var web = new WebPortal(await TestServer.NewDatabaseAsync("web"), settings);
        await web.cloud.InitializeAsync();
        await web.BeginAsync();
        return web;
    }

    /// <summary>A portal with its first administrator.</summary>
    public static Task<WebPortal> StartSetUpAsync(params string[] settings) =>
        StartAsync([.. settings, $"--Portal:Administrator:Email={Email}", $"--Portal:Administrator:Password={Password}"]);

    /// <summary>Another process on the same data.</summary>
    public async Task RestartAsync()
    {
        await portal.DisposeAsync();
        await BeginAsync();
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<Actor> AdministratorAsync() => (await Get<SignInDesk>().SignInAsync(Email, Password, null)).Actor;

    /// <summary>A browser with cookies of its own that follows no redirect by itself.</summary>
    public Browser Open() => new(this);

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await cloud.DisposeAsync();
    }

    private async Task BeginAsync()
    {
        portal = await PreparedPortal.CreateAsync(
        [
            "--Portal:Url=http://127.0.0.1:0", $"--Portal:DataDirectory={folder}", $"--Portal:Database:ConnectionString={database}",
            "--LocalCloud:Embedded=false", $"--LocalCloud:Url={cloud.Url}", "--Logging:LogLevel:Default=Warning", .. settings,
        ]);
        await portal.App.StartAsync();
        SetupCode = await Get<FirstAdministrator>().PrepareAsync();
        Address = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    internal sealed partial class Browser : IDisposable
    {
        private readonly WebPortal portal;
        private readonly HttpClient client;

        public Browser(WebPortal portal)
        {
            this.portal = portal;
            client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false });
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        }

        public CookieContainer Cookies { get; } = new();

        public IEnumerable<string> CookieNames => Cookies.GetCookies(portal.Address).Select(cookie => cookie.Name);

        public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(portal.Address, path));

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            request.RequestUri = new Uri(portal.Address, request.RequestUri!);
            return client.SendAsync(request);
        }

        /// <summary>Loads the page and sends its form with these fields, as a person would.</summary>
        public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
        {
            var page = await (await GetAsync(path)).Content.ReadAsStringAsync();
            return await PostAsync(path, [.. Hidden().Matches(page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)), .. fields]);
        }

        public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => client.PostAsync(
            new Uri(portal.Address, path), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

        public Task<HttpResponseMessage> SignInAsync(string email = Email, string password = Password, string path = "/sign-in") =>
            SubmitAsync(path, ("Email", email), ("Password", password));

        public void Dispose() => client.Dispose();

        [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
        private static partial Regex Hidden();
    }
}
