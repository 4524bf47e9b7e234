using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.E2E.Stage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Access;

/// <summary>Rights that are taken away while a page is open, and passwords that are guessed.</summary>
public sealed class LosingAccess
{
    private const string Administrator = "ada@example.com";
    private const string Other = "vera@example.com";
    private const string Password = "kestrels over the harbour";

    [Fact]
    public async Task TakeAway_RoleThenAccount_ReachesTheOpenPageByItself()
    {
        await using var portal = await StartAsync(new() { ["Portal:Access:RevalidationInterval"] = "00:00:01" });
        await using var administrator = await Chromium.VisitAsync(portal.Url);
        var users = administrator.Page;
        await administrator.SignInAsync(Administrator, Password, "/settings/users");
        await AddAdministratorAsync(users);
        await using var other = await Chromium.VisitAsync(portal.Url);
        var open = other.Page;
        await other.SignInAsync(Other, Password, "/settings/users");
        await Expect(open.GetByRole(AriaRole.Button, new() { Name = "Add user" })).ToBeVisibleAsync();

        // The role goes: the open page begins anew with what is left of the rights.
        await users.GetByRole(AriaRole.Button, new() { Name = $"Change rights of {Other}" }).ClickAsync();
        var dialog = users.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Viewer") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(open.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account may not open this page", new() { Timeout = 60_000 });
        await Expect(open.GetByText(Administrator)).ToHaveCountAsync(0);
        await open.GotoAsync("/operations");
        await Expect(open.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Operations");

        // The account goes: the open page becomes a sign-in, which does not let him in.
        await users.GetByRole(AriaRole.Button, new() { Name = $"Disable {Other}" }).ClickAsync();
        await users.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Disable user" }).ClickAsync();
        await Expect(open).ToHaveURLAsync(new Regex("/sign-in"), new() { Timeout = 60_000 });
        await open.GetByLabel("Email").FillAsync(Other);
        await open.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await open.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(open.GetByRole(AriaRole.Alert)).ToContainTextAsync("This account is disabled.");
        other.ForgetConsole();
    }

    [Fact]
    public async Task SignIn_WithWrongPasswords_ClosesTheAccountAndThenTheAddress()
    {
        const int most = 8;
        await using var portal = await StartAsync(new() { ["Portal:Access:AttemptsPerMinute"] = "8" });
        await using var visit = await Chromium.VisitAsync(portal.Url);
        for (var attempt = 0; attempt < 5; attempt++) Assert.Contains("is not right", await TryAsync(visit.Page, $"wrong password {attempt}"), StringComparison.Ordinal);

        // Even the right one now, and in the same words.
        Assert.Contains("is not right", await TryAsync(visit.Page, Password), StringComparison.Ordinal);
        Assert.Equal("closed after wrong passwords", Assert.Single(await portal.QueryAsync("SELECT after ->> 'reason' FROM audit_entry WHERE action = 'sign-in.refused' ORDER BY id DESC LIMIT 1")));

        // Whoever goes on from this address is refused before any password is looked at. A minute may turn meanwhile and count anew.
        var answer = "";
        for (var attempt = 0; attempt < 3 * most && !answer.Contains("Too many attempts", StringComparison.Ordinal); attempt++) answer = await TryAsync(visit.Page, "yet another one");
        Assert.Contains("Too many attempts from your address.", answer, StringComparison.Ordinal);
        // 429 is an error to the console.
        visit.ForgetConsole();
    }

    private static async Task<PortalServer> StartAsync(Dictionary<string, string> settings)
    {
        var portal = new PortalServer(new(settings) { ["Portal:Administrator:Email"] = Administrator, ["Portal:Administrator:Password"] = Password });
        await portal.StartAsync();
        return portal;
    }

    private static async Task AddAdministratorAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Email").FillAsync(Other);
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Administrator") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    private static async Task<string> TryAsync(IPage page, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email").FillAsync(Administrator);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return await page.GetByRole(AriaRole.Alert).InnerTextAsync();
    }
}
