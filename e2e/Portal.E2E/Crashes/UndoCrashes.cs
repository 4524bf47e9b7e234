using Microsoft.Playwright;
using Portal.E2E.Stage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Crashes;

/// <summary>Kill -9 while an onboarding is taken back.</summary>
public sealed class UndoCrashes
{
    [Fact]
    public async Task Kill_WhileAnOnboardingIsUndone_LeavesNothingOfIt()
    {
        await using var stage = await CrashStage.OpenAsync();
        // AWS has made the data source, and the journal never heard of it.
        await stage.Cloud.StopAfterAsync("CreateDataSource");
        await stage.Portal.StartAsync();
        await stage.KillAtFaultAsync();

        // The next portal's onboarding looks for it, and is cancelled meanwhile.
        await stage.Cloud.StopBeforeAsync("ListDataSources");
        await stage.Portal.StartAsync();
        await stage.Cloud.StruckAsync();
        await stage.Cloud.StopAfterAsync("DeleteDataSource");
        await using var visit = await Chromium.VisitAsync(stage.Portal.Url);
        var page = visit.Page;
        await visit.SignInAsync(CrashStage.Email, CrashStage.Password, "/operations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Onboard CustomerA" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel and undo" }).ClickAsync();
        await stage.KillAtFaultAsync();

        // It is undone without anyone asking again, and dies once more on the way.
        await stage.Cloud.StopAfterAsync("DeleteObject", skip: 1);
        await stage.Portal.StartAsync();
        await stage.KillAtFaultAsync();
        await stage.Portal.StartAsync();

        var operations = await stage.OperationsEndAsync();
        Assert.Contains("Onboard CustomerA | Undone | ", operations);
        Assert.Empty(await stage.Portal.QueryAsync("SELECT slug FROM tenant"));
        Assert.Empty(await stage.KeysAsync("customer-data/"));
        var knowledgeBase = Assert.Single(await stage.KnowledgeBasesAsync());
        Assert.Empty(await stage.DataSourcesAsync(knowledgeBase.KnowledgeBaseId));

        // What waited for it says so, and begins it anew when it is told to.
        visit.ForgetConsole();
        await page.GotoAsync("/operations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Load the sample workspace" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeHiddenAsync();
        operations = await stage.OperationsEndAsync();
        Assert.Contains("Load the sample workspace | Succeeded | ", operations);
        Assert.Single(await stage.DataSourcesAsync(knowledgeBase.KnowledgeBaseId));
        await stage.AssertNothingHalfAsync();
    }
}
