using System.Net;
using System.Text.Json;
using Xunit;

namespace Portal.Web.Documents;

public sealed class DocumentEndpointsTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_AndDownload_KeepBytesNameAndMetadata()
    {
        const string name = "guide é文+%20\".md";
        var (client, token) = await portal.SignInAsync("operator@example.org");
        var header = new UploadHeader(new() { ["focus"] = JsonSerializer.SerializeToElement("HIPAA") });

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, token, "customera", "policies", name, "# content"u8.ToArray(), header)).StatusCode);

        var answer = await client.GetAsync(DocumentLinks.Download("customera", $"policies/{name}"), Cancellation);
        Assert.Equal("# content", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        using var sidecar = await portal.S3.GetObjectAsync(portal.Bucket, $"customer-data/CustomerA/policies/{name}.metadata.json", Cancellation);
        using var json = await JsonDocument.ParseAsync(sidecar.ResponseStream, cancellationToken: Cancellation);
        Assert.Equal("{\"customer\":\"CustomerA\",\"focus\":\"HIPAA\"}", JsonSerializer.Serialize(json.RootElement.GetProperty("metadataAttributes")));
    }

    [Fact]
    public async Task Upload_WithoutSigningIn_Is401()
    {
        using var client = portal.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PutAsync(client, "x", "customera", "", "a.md", [1])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(DocumentLinks.Download("customera", "a.md"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Upload_WithoutTheAntiforgeryToken_Is400(string token)
    {
        var (client, _) = await portal.SignInAsync("operator@example.org");
        var answer = await PutAsync(client, token, "customera", "", "forged.md", [1]);
        Assert.Equal((HttpStatusCode.BadRequest, "Antiforgery"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Theory]
    [InlineData("customerb")]
    [InlineData("nobody")]
    public async Task Upload_ToATenantOfOthersOrNone_Is404InTheSameWords(string slug)
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        var answer = await PutAsync(client, token, slug, "", "a.md", [1]);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such tenant.", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(DocumentLinks.Download(slug, "a.md"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task UploadAndDownload_AsAViewer_Are403()
    {
        var (client, token) = await portal.SignInAsync("viewer@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(client, token, "customera", "", "a.md", [1])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(DocumentLinks.Download("customera", "a.md"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("../CustomerB", "a.md", "InvalidFolder")]
    [InlineData("", "../CustomerB/a.md", "InvalidName")]
    [InlineData("", "a.md.metadata.json", "InvalidName")]
    [InlineData("", "a.exe", "TypeNotAllowed")]
    public async Task Upload_OfANameThatLeadsElsewhere_Is400(string folder, string name, string code)
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        var answer = await PutAsync(client, token, "customera", folder, name, [1]);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await CodeAsync(answer)));
        var read = await client.GetAsync(DocumentLinks.Download("customera", $"{folder}/{name}"), Cancellation);
        Assert.False(read.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Upload_OfMetadataThatNamesAnotherTenant_Is400()
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        var answer = await PutAsync(client, token, "customera", "", "named.md", [1], new(new() { ["customer"] = JsonSerializer.SerializeToElement("CustomerB") }));
        Assert.Equal((HttpStatusCode.BadRequest, "TenantAttribute"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task Upload_Twice_Is409UntilToldToReplace()
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, token, "customera", "", "twice.md", [1])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(client, token, "customera", "", "twice.md", [2])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, token, "customera", "", "twice.md", [2], new([], Replace: true))).StatusCode);
    }

    [Fact]
    public async Task Upload_LargerThanKestrelTakesByDefault_IsStored()
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        var answer = await PutAsync(client, token, "customera", "", "large.pdf", new byte[40_000_000]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Download_OfNothing_Is404()
    {
        var (client, _) = await portal.SignInAsync("operator@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(DocumentLinks.Download("customera", "never.md"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Upload_WithAnUnreadableHeader_Is400()
    {
        var (client, token) = await portal.SignInAsync("operator@example.org");
        using var request = Request(token, "customera", "", "a.md", [1]);
        request.Headers.Add(UploadHeader.Name, "no json");
        var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidHeader"), (answer.StatusCode, await CodeAsync(answer)));
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string token, string slug, string folder, string name, byte[] content, UploadHeader? header = null)
    {
        using var request = Request(token, slug, folder, name, content);
        if (header is not null) request.Headers.Add(UploadHeader.Name, header.Encode());
        return await client.SendAsync(request, Cancellation);
    }

    private static HttpRequestMessage Request(string token, string slug, string folder, string name, byte[] content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, DocumentLinks.Upload(slug, folder, name)) { Content = new ByteArrayContent(content) };
        if (token.Length > 0) request.Headers.Add(UploadToken.Header, token);
        return request;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return json.RootElement.GetProperty("code").GetString();
    }
}
