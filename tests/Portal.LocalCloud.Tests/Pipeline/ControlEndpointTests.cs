using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portal.LocalCloud.Pipeline;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.Pipeline;

public sealed class ControlEndpointTests(LocalCloudFixture cloud) : S3.S3Tests(cloud)
{
    [Fact]
    public async Task Faults_ArmedOverHttp_StrikeAndCanBeCleared()
    {
        using var http = Http("local-secret-key");
        using var armed = await http.PostAsJsonAsync("/_localcloud/faults", new { On = "s3:PutObject", Kind = "Throttle", Times = 1 }, Token);
        Assert.Equal(HttpStatusCode.NoContent, armed.StatusCode);
        Assert.Equal("s3:PutObject", Assert.Single((await http.GetFromJsonAsync<List<ArmedFault>>("/_localcloud/faults", Token))!).On);
        await RefusedAsync("SlowDown", 503, () => PutAsync("k", "1"));
        await PutAsync("k", "2");

        await http.PostAsJsonAsync("/_localcloud/faults", new { On = "*", Kind = "Deny" }, Token);
        await http.DeleteAsync(new Uri("/_localcloud/faults", UriKind.Relative), Token);
        await PutAsync("k", "3");
    }

    [Fact]
    public async Task Actions_SeenOverHttp_AreThoseOfTheCalls()
    {
        using var http = Http("local-secret-key");
        await http.DeleteAsync(new Uri("/_localcloud/actions", UriKind.Relative), Token);
        await PutAsync("k", "1");
        await S3.ListObjectsV2Async(new Amazon.S3.Model.ListObjectsV2Request { BucketName = Bucket }, Token);
        var seen = await http.GetFromJsonAsync<Dictionary<string, long>>("/_localcloud/actions", Token);
        Assert.Equal(["s3:ListBucket", "s3:PutObject"], seen!.Keys);
    }

    [Fact]
    public async Task AnyControl_WithoutTheKey_IsForbidden()
    {
        using var http = Http("wrong");
        using var refused = await http.GetAsync(new Uri("/_localcloud/faults", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Http2_WithPriorKnowledge_IsServedOnTheSamePort()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Cloud.Url), DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await http.GetAsync(new Uri("/", UriKind.Relative), Token);
        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True(response.Headers.Contains("x-amz-request-id"));
    }

    private HttpClient Http(string key) => new() { BaseAddress = new Uri(Cloud.Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
}
