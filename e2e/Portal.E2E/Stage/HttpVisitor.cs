using System.Net;
using System.Text.RegularExpressions;
using Portal.Web.Documents;
using Xunit;

namespace Portal.E2E.Stage;

/// <summary>Someone who speaks to the portal's endpoints without a browser, signed in as its form does it.</summary>
internal sealed class HttpVisitor : IDisposable
{
    private readonly HttpClient http;

    private HttpVisitor(HttpClient http) => this.http = http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Signs in. The visitor stays signed in when the portal is started again.</summary>
    public static async Task<HttpVisitor> SignInAsync(string url, string email, string password)
    {
        var visitor = new HttpVisitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(url) });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await visitor.TokenAsync("/sign-in"),
            ["_handler"] = "sign-in",
            ["Email"] = email,
            ["Password"] = password,
        });
        using var answer = await visitor.http.PostAsync("/sign-in", form, Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"Signing in as {email} was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return visitor;
    }

    /// <summary>Asks as a browser's address bar does.</summary>
    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return http.SendAsync(request, Cancellation);
    }

    /// <summary>Uploads a document as a page of the portal does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string slug, string folder, string name, HttpContent content, UploadHeader? header = null, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, DocumentLinks.Upload(slug, folder, name)) { Content = content };
        request.Headers.Add(UploadHeader.Name, (header ?? new UploadHeader([])).Encode());
        if (withToken) request.Headers.Add(UploadToken.Header, await TokenAsync("/"));
        return await http.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a request as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request, Cancellation);

    /// <summary>The antiforgery token that a page was served with.</summary>
    public async Task<string> TokenAsync(string path)
    {
        var page = await http.GetStringAsync(path, Cancellation);
        var found = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(found.Success, $"{path} carries no antiforgery token.");
        return WebUtility.HtmlDecode(found.Groups["token"].Value);
    }

    public void Dispose() => http.Dispose();
}
