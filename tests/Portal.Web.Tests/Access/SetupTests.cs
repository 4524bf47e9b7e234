using System.Net;
using Portal.Access;
using Xunit;

namespace Portal.Web.Access;

public sealed class SetupTests : IAsyncLifetime
{
    private WebPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await WebPortal.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    public async Task EveryPage_BeforeSetUp_LeadsToIt(string path)
    {
        using var browser = portal.Open();
        var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/setup", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Health_BeforeSetUp_Answers()
    {
        using var browser = portal.Open();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task SetUp_WithTheCode_SignsTheAdministratorInAndIsOver()
    {
        using var browser = portal.Open();
        var answer = await browser.SubmitAsync("/setup", ("Code", portal.SetupCode!), ("Email", WebPortal.Email), ("Password", WebPortal.Password), ("Start", "empty"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings/users")).StatusCode);
        using var other = portal.Open();
        Assert.Equal("/sign-in", (await other.GetAsync("/setup")).Headers.Location!.ToString());
        Assert.False(await portal.Get<FirstAdministrator>().IsNeededAsync(Cancellation));
    }

    [Fact]
    public async Task SetUp_WithAWrongCode_SaysSoBesideTheField()
    {
        using var browser = portal.Open();
        var answer = await browser.SubmitAsync("/setup", ("Code", "AAAA-AAAA-AAAA-AAAA"), ("Email", WebPortal.Email), ("Password", WebPortal.Password), ("Start", "empty"));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("The set-up code is not right.", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(WebPortal.Password, page, StringComparison.Ordinal);
        Assert.True(await portal.Get<FirstAdministrator>().IsNeededAsync(Cancellation));
    }

    [Fact]
    public async Task SetUp_WithoutTheFormToken_IsRefused()
    {
        using var browser = portal.Open();
        var answer = await browser.PostAsync("/setup", ("_handler", "setup"), ("Code", portal.SetupCode!), ("Email", WebPortal.Email), ("Password", WebPortal.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await portal.Get<FirstAdministrator>().IsNeededAsync(Cancellation));
    }
}
