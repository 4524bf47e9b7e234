using Microsoft.Playwright;
using Portal.E2E.Stage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Shell;

/// <summary>A page that stays open while the portal dies and comes again.</summary>
public sealed class ReconnectJourney
{
    [Fact]
    public async Task Kill9_UnderAnOpenPage_ComesBackByItselfWithoutSigningIn()
    {
        const string email = "ada@example.com";
        await using var portal = new PortalServer(new() { ["Portal:Administrator:Email"] = email, ["Portal:Administrator:Password"] = "kestrels over the harbour" });
        await portal.StartAsync();
        await using var visit = await Chromium.VisitAsync(portal.Url);
        var page = visit.Page;
        await visit.SignInAsync(email, "kestrels over the harbour", "/operations");
        await visit.SettledAsync();
        // Something that only this very page holds.
        await page.EvaluateAsync("() => { window.before = true; }");

        await portal.KillAsync();
        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("Connection lost");
        await portal.StartAsync();

        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.WaitForFunctionAsync("() => !window.before", null, new() { Timeout = 60_000 });
        await visit.SettledAsync();
        await Expect(page).ToHaveURLAsync($"{portal.Url}/operations");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Operations");
        // Alive, not only looked at: the palette is the circuit's.
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToBeVisibleAsync();
        // What the dead portal did not answer is no error of the page.
        visit.ForgetConsole();
    }
}
