using System.Net;
using Microsoft.Playwright;
using Portal.E2E.Stage;
using Portal.Web.Documents;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Isolation;

/// <summary>
/// An operator of CustomerA gets nothing of CustomerB: by address, by endpoint, by moving within the open page, in any frame of the circuit. What he may see of his own
/// tenant is asked for each time, so that an empty page cannot pass.
/// </summary>
public sealed class OperatorOfOneTenant(SamplePortal sample)
{
    private const string SlugOfB = "customerb";

    [Fact]
    public async Task Visit_OfEveryPageByAddress_TellsNothingOfTheOtherTenant()
    {
        await sample.StartedAsync();
        using var http = await HttpVisitor.SignInAsync(sample.Url, SamplePortal.Operator, SamplePortal.Password);
        await using var visit = await Chromium.VisitAsync(sample.Url);
        // What he may not open is an error to the console.
        visit.Forgive("the server responded with a status of 40");
        await visit.SignInAsync(SamplePortal.Operator, SamplePortal.Password);

        foreach (var address in Addresses.Of("customera", sample.OperationOfA, sample.KnowledgeBaseId).Concat(Addresses.Of(SlugOfB, sample.OperationOfB, sample.KnowledgeBaseId)).Distinct())
        {
            using var answer = await http.GetAsync(address);
            AssertNothingOfB(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), address, "The body of");
            visit.ForgetFrames();
            await visit.Page.GotoAsync(address);
            await visit.SettledAsync();
            AssertNothingOfB(await visit.Page.ContentAsync(), address, "The page");
            AssertNothingOfB(visit.CircuitFrames, address, "A circuit frame of");
            // The names of his own tenant do come this way: the frames are read, and rightly.
            Assert.Contains("CustomerA", visit.CircuitFrames, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Move_WithinTheOpenPage_TellsNothingOfTheOtherTenant()
    {
        await sample.StartedAsync();
        await using var visit = await Chromium.VisitAsync(sample.Url);
        await visit.SignInAsync(SamplePortal.Operator, SamplePortal.Password);
        await visit.SettledAsync();

        foreach (var address in Addresses.Of(SlugOfB, sample.OperationOfB, sample.KnowledgeBaseId))
        {
            await visit.Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
            await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{System.Text.RegularExpressions.Regex.Escape(address)}$"));
            await visit.SettledAsync();
            AssertNothingOfB(await visit.Page.ContentAsync(), address, "The page");
            AssertNothingOfB(visit.CircuitFrames, address, "A circuit frame on the way to");
            visit.ForgetFrames();
        }
    }

    [Fact]
    public async Task Visit_OfTheOtherTenant_ReadsLikeOneThatDoesNotExist()
    {
        const string nobody = "nobody-here";
        await sample.StartedAsync();
        await using var visit = await Chromium.VisitAsync(sample.Url);
        visit.Forgive("the server responded with a status of 40");
        await visit.SignInAsync(SamplePortal.Operator, SamplePortal.Password);
        foreach (var address in Addresses.Of(SlugOfB, sample.OperationOfB, sample.KnowledgeBaseId).Where(address => address.Contains(SlugOfB, StringComparison.Ordinal)))
        {
            var foreign = await visit.OpenAsync(address);
            var read = await visit.Page.Locator("main").InnerTextAsync();
            var unknown = await visit.OpenAsync(address.Replace(SlugOfB, nobody, StringComparison.Ordinal));
            Assert.Equal(await visit.Page.Locator("main").InnerTextAsync(), read);
            Assert.Equal(unknown.Status, foreign.Status);
            Assert.NotEmpty(read);
        }
    }

    [Fact]
    public async Task Look_AtOwnTenantOperationsAndPalette_ShowsOwnOnly()
    {
        await sample.StartedAsync();
        await using var visit = await Chromium.VisitAsync(sample.Url);
        var page = visit.Page;
        await visit.SignInAsync(SamplePortal.Operator, SamplePortal.Password, "/operations");
        await visit.SettledAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Onboard CustomerA" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Load the sample workspace" })).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Combobox).FillAsync("customer");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "CustomerA" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "CustomerB" })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");

        // The shared sync failed on a document of each.
        await visit.OpenAsync("/tenants/customera/ask");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Failure reasons" })).ToContainTextAsync("old-plans.doc");
        await Expect(page.GetByText("1 further reason not shown")).ToBeVisibleAsync();
        AssertNothingOfB(visit.CircuitFrames, "", "A circuit frame");
    }

    [Fact]
    public async Task Call_OfTheDocumentEndpoints_IsAnsweredAsIfTheTenantWereNot()
    {
        await sample.StartedAsync();
        using var http = await HttpVisitor.SignInAsync(sample.Url, SamplePortal.Operator, SamplePortal.Password);

        using var own = await http.GetAsync(DocumentLinks.Download("customera", "policies/hipaa-compliance-guide.md"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        await AssertSameAsNobodyAsync(slug => http.GetAsync(DocumentLinks.Download(slug, "policies/nhs-compliance-guidance.md")));
        await AssertSameAsNobodyAsync(slug => http.UploadAsync(slug, "policies", "mine.txt", new StringContent("text")));

        // Nor by a path that leads out of the own prefix.
        foreach (var path in new[] { "../CustomerB/policies/nhs-compliance-guidance.md", "policies/../../CustomerB/policies/nhs-compliance-guidance.md", "/customer-data/CustomerB/policies/nhs-compliance-guidance.md" })
        {
            using var answer = await http.GetAsync(DocumentLinks.Download("customera", path));
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("NHS", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Change_ByAViewer_IsForbidden()
    {
        await sample.StartedAsync();
        using var http = await HttpVisitor.SignInAsync(sample.Url, SamplePortal.Viewer, SamplePortal.Password);

        using var upload = await http.UploadAsync("customera", "policies", "viewer.txt", new StringContent("text"));
        Assert.Equal(HttpStatusCode.Forbidden, upload.StatusCode);
        using var download = await http.GetAsync(DocumentLinks.Download("customera", "policies/hipaa-compliance-guide.md"));
        Assert.Equal(HttpStatusCode.Forbidden, download.StatusCode);

        await using var visit = await Chromium.VisitAsync(sample.Url);
        var page = visit.Page;
        visit.Forgive("the server responded with a status of 403");
        await visit.SignInAsync(SamplePortal.Viewer, SamplePortal.Password);
        foreach (var address in new[] { "/settings/users", "/tenants/new", "/knowledge-bases/new" })
        {
            await page.GotoAsync(address);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account may not open this page");
        }

        // He reads all there is, and finds nothing to press that would change it.
        await visit.OpenAsync("/tenants/customerb/documents/policies");
        await Expect(page.GetByText("nhs-compliance-guidance.md").First).ToBeVisibleAsync();
        foreach (var button in new[] { "Upload", "Delete", "New folder", "Suspend", "Sync now", "Save" })
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0);
        await visit.OpenAsync($"/operations/{sample.OperationOfB}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel and undo" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Upload_WithoutTheTokenOfAPage_IsRefused()
    {
        await sample.StartedAsync();
        using var http = await HttpVisitor.SignInAsync(sample.Url, SamplePortal.Operator, SamplePortal.Password);
        using var answer = await http.UploadAsync("customera", "policies", "forged.txt", new StringContent("text"), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>The foreign tenant and one that does not exist are answered alike, byte for byte.</summary>
    private static async Task AssertSameAsNobodyAsync(Func<string, Task<HttpResponseMessage>> call)
    {
        using var foreign = await call(SlugOfB);
        using var nobody = await call("nobody-of-this-name");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(nobody.StatusCode, foreign.StatusCode);
        Assert.Equal(await nobody.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <param name="text">What the operator got.</param>
    /// <param name="asked">The address that he typed himself; where it holds the other tenant's slug, the echo of that (as of any word he makes up) tells him nothing.</param>
    /// <param name="where">For the message.</param>
    private static void AssertNothingOfB(string text, string asked, string where)
    {
        // As he typed it: the tenant's name and prefix are written otherwise.
        if (asked.Contains(SlugOfB, StringComparison.Ordinal)) text = text.Replace(SlugOfB, "", StringComparison.Ordinal);
        foreach (var word in SamplePortal.WordsOfB)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, at < 0 ? "" : $"{where} {asked} holds \"{word}\": …{text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)]}…");
        }
    }
}
