using System.Net.Http.Json;
using Microsoft.Playwright;
using Portal.Aws;
using Portal.E2E.Stage;
using Portal.Samples;
using Portal.Settings.Policy;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Ask;

/// <summary>The main job by hand: a knowledge base, two tenants, their documents and CSV files, one sync, questions as each.</summary>
public sealed class MultiTenancyJourney
{
    private const string Email = "ada@example.com";
    private const string Password = "kestrels over the harbour";

    [Fact]
    public async Task TwoTenants_OnOneKnowledgeBase_ReadTheirOwnDocumentsOnly()
    {
        await using var portal = new PortalServer(new() { ["Portal:Administrator:Email"] = Email, ["Portal:Administrator:Password"] = Password });
        await portal.StartAsync();
        await using var visit = await Chromium.VisitAsync(portal.Url);
        await visit.SignInAsync(Email, Password);
        var page = visit.Page;

        await CreateKnowledgeBaseAsync(page);
        foreach (var tenant in SampleContent.Tenants)
        {
            await OnboardAsync(page, tenant.Name);
            await UploadAsync(page, tenant);
        }

        await SyncAsync(page, "customera");

        var ownGuide = await AskAsync(page, "customera", "summarize HIPAA Compliance Guide");
        Assert.Contains("HIPAA", ownGuide, StringComparison.Ordinal);
        await Expect(page.GetByText("all re-checked: attribute and prefix")).ToBeVisibleAsync();
        await Expect(page.GetByText("Answered by the built-in extractive model")).ToBeVisibleAsync();

        var foreignGuide = await AskAsync(page, "customera", "summarize NHS Compliance Guidance");
        Assert.DoesNotContain("NHS organisation", foreignGuide, StringComparison.Ordinal);
        Assert.DoesNotContain("nhs-compliance-guidance", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var otherSide = await AskAsync(page, "customerb", "summarize NHS Compliance Guidance");
        Assert.Contains("NHS", otherSide, StringComparison.Ordinal);
        Assert.DoesNotContain("hipaa", await page.Locator("main").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        await page.GotoAsync("/tenants/customera/ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Condition" }).ClickAsync();
        await page.GetByLabel("Attribute 1").FillAsync("PatientID");
        await page.GetByLabel("Value 1").FillAsync("P003");
        await page.GetByLabel("Value 1").PressAsync("Tab");
        await page.GetByLabel("Question").FillAsync("What was prescribed for asthma?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Answer" }).GetByText("request")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sources" })).ToContainTextAsync("case_reports.csv");
        var row = await page.Locator("main").InnerTextAsync();
        Assert.Contains("albuterol", row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Leiden", row, StringComparison.OrdinalIgnoreCase);
        await visit.AssertAccessibleAsync();

        // What the story called is what the least-privilege policy allows: a role with that policy could have done all of it.
        var allowed = PortalActions.All.Select(action => action.IamAction).ToHashSet();
        var called = await ActionsAsync(portal);
        Assert.Contains("bedrock:Retrieve", called);
        Assert.All(called, action => Assert.Contains(action, allowed));
    }

    private static async Task<IReadOnlyCollection<string>> ActionsAsync(PortalServer portal)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", new AwsOptions().LocalCloudSecretAccessKey);
        var seen = await http.GetFromJsonAsync<Dictionary<string, long>>($"{portal.CloudUrl}/_localcloud/actions", TestContext.Current.CancellationToken);
        return seen!.Keys;
    }

    private static async Task CreateKnowledgeBaseAsync(IPage page)
    {
        await page.GotoAsync("/knowledge-bases");
        await page.GetByRole(AriaRole.Link, new() { Name = "Create the first" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("kb-customers");
        await page.GetByLabel("Collection ARN").FillAsync("arn:aws:aoss:us-east-1:000000000000:collection/abcdefghij0123456789");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Done", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task OnboardAsync(IPage page, string name)
    {
        await page.GotoAsync("/tenants/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Expect(page.GetByLabel("S3 prefix")).ToHaveValueAsync($"customer-data/{name}/");
        for (var step = 0; step < 3; step++) await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Onboard {name}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Upload documents" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task UploadAsync(IPage page, SampleTenant tenant)
    {
        await page.GotoAsync($"/tenants/{tenant.Name.ToLowerInvariant()}/documents/policies");
        await page.GetByLabel("Files to upload").First.SetInputFilesAsync([.. tenant.Documents.Select(document => Payload(tenant, document))]);
        foreach (var csv in tenant.Documents.Where(document => document.ContentField is not null))
            await page.GetByLabel("Content column").SelectOptionAsync(csv.ContentField!);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Upload {tenant.Documents.Count} files" }).ClickAsync();
        await Expect(page.GetByText($"{tenant.Documents.Count} of {tenant.Documents.Count} files stored")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task SyncAsync(IPage page, string slug)
    {
        await page.GotoAsync($"/tenants/{slug}/ask");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sync now" }).ClickAsync();
        await Expect(page.GetByText("COMPLETE", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task<string> AskAsync(IPage page, string slug, string question)
    {
        await page.GotoAsync($"/tenants/{slug}/ask");
        await page.GetByLabel("Question").FillAsync(question);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        var answer = page.GetByRole(AriaRole.Region, new() { Name = "Answer" });
        await Expect(answer.GetByText("request")).ToBeVisibleAsync();
        return await answer.InnerTextAsync();
    }

    private static FilePayload Payload(SampleTenant tenant, SampleDocument document)
    {
        using var content = document.Open(tenant.Name);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return new FilePayload { Name = document.Name, MimeType = "application/octet-stream", Buffer = bytes.ToArray() };
    }
}
