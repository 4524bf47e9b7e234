using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Portal.Web.Shell;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task Invoke_OnAnyResponse_ForbidsInlineScriptFramingAndSniffing()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var pipeline = new ApplicationBuilder(services).UseSecurityHeaders().Build();
        var context = new DefaultHttpContext { RequestServices = services };
        await pipeline(context);
        var policy = context.Response.Headers.ContentSecurityPolicy.ToString();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions.ToString());
        Assert.Equal("same-origin", context.Response.Headers["Referrer-Policy"].ToString());
    }
}
