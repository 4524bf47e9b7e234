using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

public sealed class PresignTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task PutThenGet_ByUrlAlone_Works()
    {
        using var put = await Http.PutAsync(new Uri(Url("p q/é", HttpVerb.PUT)), new ByteArrayContent("by url"u8.ToArray()), Token);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("by url", await Http.GetStringAsync(new Uri(Url("p q/é", HttpVerb.GET)), Token));
    }

    [Fact]
    public async Task Get_ResponseOverrides_AreSent()
    {
        await PutAsync("o", "1");
        var url = Url("o", HttpVerb.GET, request =>
        {
            request.ResponseHeaderOverrides.ContentDisposition = "attachment; filename=\"x.txt\"";
            request.ResponseHeaderOverrides.ContentType = "text/plain";
        });
        using var got = await Http.GetAsync(new Uri(url), Token);
        Assert.Equal("attachment; filename=\"x.txt\"", got.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("text/plain", got.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task Get_AlteredOrForAnotherVerb_IsRefused()
    {
        await PutAsync("o", "1");
        var url = Url("o", HttpVerb.GET);
        await RefusedAsync(url.Replace("X-Amz-Expires=3", "X-Amz-Expires=4", StringComparison.Ordinal), "SignatureDoesNotMatch");
        await RefusedAsync(url.Replace("/o?", "/other?", StringComparison.Ordinal), "SignatureDoesNotMatch");
        await RefusedAsync(Url("o", HttpVerb.PUT), "SignatureDoesNotMatch");
        await RefusedAsync(url.Replace("X-Amz-Credential=local", "X-Amz-Credential=other", StringComparison.Ordinal), "InvalidAccessKeyId");
        await RefusedAsync(url.Split("&X-Amz-Signature")[0], "AuthorizationQueryParametersError", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Get_Unsigned_IsDenied() => await RefusedAsync($"{Cloud.Url}/{Bucket}/o", "AccessDenied");

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime;

    private string Url(string key, HttpVerb verb, Action<GetPreSignedUrlRequest>? configure = null)
    {
        var request = new GetPreSignedUrlRequest { BucketName = Bucket, Key = key, Verb = verb, Protocol = Protocol.HTTP, Expires = Now().AddMinutes(5) };
        configure?.Invoke(request);
        return S3.GetPreSignedURL(request);
    }

    private static async Task RefusedAsync(string url, string code, HttpStatusCode status = HttpStatusCode.Forbidden)
    {
        using var response = await Http.GetAsync(new Uri(url), Token);
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Contains($"<Code>{code}</Code>", body, StringComparison.Ordinal);
        Assert.Equal(status, response.StatusCode);
    }
}
