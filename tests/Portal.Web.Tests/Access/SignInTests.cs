using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Xunit;

namespace Portal.Web.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private WebPortal portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => portal = await WebPortal.StartSetUpAsync("--Portal:Access:AttemptsPerMinute=8");

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/settings")]
    [InlineData("/forbidden")]
    [InlineData("/no/such/page")]
    public async Task AnyPage_OfAStranger_LeadsToTheSignIn(string path)
    {
        using var browser = portal.Open();
        var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACall_OfAScriptWithoutSignIn_Is401()
    {
        using var browser = portal.Open();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithTheRightPassword_SetsASafeCookieAndGoesBack()
    {
        using var browser = portal.Open();
        var answer = await browser.SignInAsync(path: "/sign-in?returnUrl=%2Fsettings%3Ftab%3Dx");

        Assert.Equal("/settings?tab=x", Path(answer));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), header => header.StartsWith("portal-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_WithAForeignReturnAddress_StaysHere(string address)
    {
        using var browser = portal.Open();
        Assert.Equal("/", Path(await browser.SignInAsync(path: "/sign-in?returnUrl=" + Uri.EscapeDataString(address))));
    }

    [Fact]
    public async Task SignIn_UnknownAndWrong_GiveTheSamePage()
    {
        using var browser = portal.Open();
        var wrong = await (await browser.SignInAsync(WebPortal.Email, "not the password")).Content.ReadAsStringAsync(Cancellation);
        var unknown = await (await browser.SignInAsync("eve@example.com", "not the password")).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("The e-mail address or the password is not right.", wrong, StringComparison.Ordinal);
        Assert.Equal(Alert(wrong), Alert(unknown));
        Assert.DoesNotContain("not the password", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_TooOftenFromOneAddress_Is429AndSaysWhenToComeBack()
    {
        using var browser = portal.Open();
        for (var attempt = 0; attempt < 8; attempt++) await browser.SignInAsync($"user{attempt}@example.com", "not the password");

        var answer = await browser.SignInAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Too many attempts", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("portal-session", browser.CookieNames);
    }

    [Fact]
    public async Task SignIn_WithoutTheFormToken_IsRefused()
    {
        using var browser = portal.Open();
        var answer = await browser.PostAsync("/sign-in", ("_handler", "sign-in"), ("Email", WebPortal.Email), ("Password", WebPortal.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("portal-session", browser.CookieNames);
    }

    [Fact]
    public async Task SignIn_OfWhoIsSignedIn_GoesStraightOn()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        Assert.Equal("/settings", Path(await browser.GetAsync("/sign-in?returnUrl=%2Fsettings")));
    }

    [Fact]
    public async Task SignOut_WithTheFormToken_EndsTheSignIn()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);

        var page = await (await browser.GetAsync("/settings")).Content.ReadAsStringAsync(Cancellation);
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        Assert.Equal("/sign-in", Path(await browser.PostAsync("/sign-out", ("__RequestVerificationToken", token))));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task ARestart_SignsNobodyOut()
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        await portal.RestartAsync();
        var cookies = browser.Cookies.GetAllCookies().Where(cookie => cookie.Name == "portal-session");
        using var again = portal.Open();
        again.Cookies.Add(portal.Address, new Cookie("portal-session", cookies.Single().Value));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/settings")).StatusCode);
    }

    [Fact]
    public async Task ADisabledUser_IsStoppedAtTheNextRequest()
    {
        var administrator = await portal.AdministratorAsync();
        var id = await portal.Get<UserDirectory>().AddAsync(administrator, "vera@example.com", WebPortal.Password, PortalRole.Viewer, [], Cancellation);
        using var browser = portal.Open();
        await browser.SignInAsync("vera@example.com");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings")).StatusCode);

        await portal.Get<UserDirectory>().SetDisabledAsync(administrator, id, disabled: true, Cancellation);

        var answer = await browser.GetAsync("/settings");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("portal-session", browser.CookieNames);
    }

    [Fact]
    public async Task APageBeyondTheRole_Is403AndSaysNothingOfWhatIsBehind()
    {
        var administrator = await portal.AdministratorAsync();
        var id = await portal.Get<UserDirectory>().AddAsync(administrator, "vera@example.com", WebPortal.Password, PortalRole.Viewer, [], Cancellation);
        using var browser = portal.Open();
        await browser.SignInAsync("vera@example.com");

        var answer = await browser.GetAsync("/settings/users");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Your account may not open this page", page, StringComparison.Ordinal);
        Assert.DoesNotContain(WebPortal.Email, page, StringComparison.Ordinal);

        await portal.Get<UserDirectory>().ChangeRightsAsync(administrator, id, PortalRole.Administrator, [], Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings/users")).StatusCode);
    }

    [Fact]
    public async Task TheAudit_KnowsSignInRefusalAndSignOut()
    {
        using var browser = portal.Open();
        await browser.SignInAsync(WebPortal.Email, "not the password");
        await browser.SignInAsync();
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        var actions = await db.Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Action).Where(action => action.StartsWith("sign-in")).ToListAsync(Cancellation);
        Assert.Equal(["sign-in.refused", "sign-in"], actions);
    }

    private static string Path(HttpResponseMessage answer) =>
        answer.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : answer.Headers.Location?.ToString() ?? $"no redirect, {answer.StatusCode}";

    private static string Alert(string page) => page.Split("role=\"alert\"")[1].Split("</section>")[0].Split("<label")[0];
}
