using Microsoft.Playwright;
using Portal.E2E.Stage;
using Xunit;

namespace Portal.E2E.Shell;

/// <summary>What holds for every page there is, with data on it.</summary>
public sealed class EveryPage(SamplePortal sample)
{
    private static readonly string[] Outside = ["/sign-in", "/no-such-page"];

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Look_AtEveryPage_IsAccessibleAndQuiet(ColorScheme colors, int width)
    {
        await sample.StartedAsync();
        await using var visit = await Chromium.VisitAsync(sample.Url, width, 900, colors);
        await visit.Page.GotoAsync("/sign-in");
        await visit.AssertAccessibleAsync();
        await visit.SignInAsync(SamplePortal.Administrator, SamplePortal.Password);
        var faults = new List<string>();
        foreach (var address in Pages())
        {
            try
            {
                await visit.OpenAsync(address);
                await visit.AssertAccessibleAsync();
                if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over) faults.Add($"{address} is {over} pixels wider than the window");
            }
            catch (Exception exception) when (exception is PlaywrightException or Xunit.Sdk.XunitException)
            {
                faults.Add($"{address}: {exception.Message}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task Answer_OfEveryPage_CarriesTheSecurityHeadersAndNoInlineScript()
    {
        await sample.StartedAsync();
        using var http = await HttpVisitor.SignInAsync(sample.Url, SamplePortal.Administrator, SamplePortal.Password);
        foreach (var address in Pages().Concat(Outside).Append("/tenants/customera/download?path=policies/hipaa-compliance-guide.md"))
        {
            using var answer = await http.GetAsync(address);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotMatch("<script(?![^>]*\\ssrc=)[^>]*>\\s*[^<\\s]", body);
            Assert.DoesNotMatch("<[^>]+\\son[a-z]+=\"", body);
        }
    }

    private IEnumerable<string> Pages() => Addresses.Of("customera", sample.OperationOfA, sample.KnowledgeBaseId).Except(["/status/404", "/status/403"]);
}
