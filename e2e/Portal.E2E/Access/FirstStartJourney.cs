using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.E2E.Stage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Access;

/// <summary>A new owner: the code from the console, the first administrator, sign out, sign in, a restart that signs nobody out.</summary>
public sealed class FirstStartJourney
{
    private const string Email = "ada@example.com";
    private const string Password = "kestrels over the harbour";

    [Fact]
    public async Task FirstStart_WithTheCodeOfTheConsole_MakesTheAdministratorWhoSurvivesARestart()
    {
        await using var portal = new PortalServer();
        await portal.StartAsync();
        var code = SetupCode().Match(portal.Output).Groups["code"].Value;
        await using var visit = await Chromium.VisitAsync(portal.Url);
        var page = visit.Page;

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Regex("/setup$"));
        await visit.AssertAccessibleAsync();
        await page.GetByLabel("Set-up code").FillAsync(code);
        await page.GetByLabel("Email").FillAsync(Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("An empty portal").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create administrator" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
        await visit.SettledAsync();
        await visit.AssertAccessibleAsync();

        await portal.KillAsync();
        await portal.StartAsync();
        visit.ForgetConsole();
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");

        await page.GetByLabel($"Account of {Email}").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in"));
        await visit.AssertAccessibleAsync();
        await visit.SignInAsync(Email, Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Overview");
    }


    private static Regex SetupCode() => new("set-up code (?<code>\\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
