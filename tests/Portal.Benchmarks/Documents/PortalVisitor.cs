using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Portal.Benchmarks.Documents;

/// <summary>A person at the portal as far as HTTP goes: signs in by the form and sends files as the page's script does.</summary>
internal sealed partial class PortalVisitor : IDisposable
{
    private readonly HttpClient _http;
    private string _token = "";

    public PortalVisitor(string url) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };

    public async Task SignInAsync(string email, string password, CancellationToken token)
    {
        var form = await _http.GetStringAsync("/sign-in", token);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = TokenOf(form),
            ["Email"] = email,
            ["Password"] = password,
        });
        using var answer = await _http.PostAsync("/sign-in", fields, token);
        answer.EnsureSuccessStatusCode();
        // The token of the form belongs to nobody; uploads want the one of whoever signed in.
        _token = TokenOf(await _http.GetStringAsync("/", token));
    }

    /// <summary>Sends a file, and replaces what has its name.</summary>
    public async Task UploadAsync(string slug, string folder, string name, string file, CancellationToken token)
    {
        await using var content = File.OpenRead(file);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/tenants/{slug}/upload?folder={Uri.EscapeDataString(folder)}&name={Uri.EscapeDataString(name)}") { Content = new StreamContent(content, 128 * 1024) };
        request.Headers.Add("RequestVerificationToken", _token);
        request.Headers.Add("X-Portal-Document", Base64Url.EncodeToString("""{"replace":true,"unindexed":true}"""u8));
        using var answer = await _http.SendAsync(request, token);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The portal refused the upload ({(int)answer.StatusCode}): {await answer.Content.ReadAsStringAsync(token)}");
        var stored = await answer.Content.ReadFromJsonAsync<Stored>(token);
        if (stored?.Bytes != content.Length) throw new InvalidOperationException($"{content.Length} bytes were sent, {stored?.Bytes} stored.");
    }

    public void Dispose() => _http.Dispose();

    private static string TokenOf(string page) =>
        Token().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["token"].Value) : throw new InvalidOperationException("The page has no antiforgery token; is nobody signed in?");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    private sealed record Stored(string Key, long Bytes);
}
