using Amazon.S3.Model;
using Microsoft.Playwright;
using Portal.Aws;
using Portal.E2E.Stage;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Portal.E2E.Documents;

/// <summary>Many files at once with one cancelled, and one that is too large to be indexed. What is stored is asked of S3 itself.</summary>
public sealed class UploadJourney(UploadJourney.Stage stage) : IClassFixture<UploadJourney.Stage>
{
    private const string Folder = "/tenants/customera/documents/procedures";

    [Fact]
    public async Task FiftyFiles_WithOneCancelled_StoresTheOthersWithTheirSidecars()
    {
        await using var visit = await stage.VisitAsync();
        var page = visit.Page;
        await page.GotoAsync(Folder);
        // The one that is cancelled is held back on its way, so that there is something to cancel.
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method is "POST" or "PUT" && Uri.UnescapeDataString(route.Request.Url).Contains("note-07.md", StringComparison.Ordinal)) return;
            await route.ContinueAsync();
        });
        var files = Enumerable.Range(0, 50).Select(number => new FilePayload { Name = $"note-{number:00}.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes($"# Note {number}\n\nText of note {number}.\n") });
        await page.GetByLabel("Files to upload").First.SetInputFilesAsync([.. files]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload 50 files" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel note-07.md" }).ClickAsync();

        await Expect(page.GetByText("49 of 50 files stored")).ToBeVisibleAsync(new() { Timeout = 120_000 });

        var keys = await stage.KeysAsync("customer-data/CustomerA/procedures/note-");
        Assert.Equal(98, keys.Count);
        Assert.DoesNotContain(keys, key => key.Contains("note-07", StringComparison.Ordinal));
        Assert.All(keys.Where(key => !key.EndsWith(".metadata.json", StringComparison.Ordinal)), key => Assert.Contains(key + ".metadata.json", keys));
    }

    [Fact]
    public async Task AFileOf200Megabytes_IsStoredOnlyOnceItIsConfirmed()
    {
        var path = Path.Combine(Portal.Testing.TestServer.NewFolder("large"), "recording.txt");
        await using (var file = File.Create(path)) file.SetLength(200L * 1024 * 1024);
        await using var visit = await stage.VisitAsync();
        var page = visit.Page;
        await page.GotoAsync(Folder);
        await page.GetByLabel("Files to upload").First.SetInputFilesAsync(path);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Upload 0 files" })).ToBeDisabledAsync();

        await page.GetByLabel("Store it although it will not be indexed").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload 1 file" }).ClickAsync();

        await Expect(page.GetByText("1 of 1 file stored")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        var stored = await stage.S3.GetObjectMetadataAsync("portal-workspace", "customer-data/CustomerA/procedures/recording.txt", TestContext.Current.CancellationToken);
        Assert.Equal(200L * 1024 * 1024, stored.ContentLength);
    }

    public sealed class Stage : IAsyncLifetime
    {
        private const string Email = "ada@example.com";
        private const string Password = "kestrels over the harbour";
        private readonly PortalServer portal = new(new() { ["Portal:Administrator:Email"] = Email, ["Portal:Administrator:Password"] = Password, ["Portal:SampleWorkspace"] = "true" });
        private readonly AwsPacer pacer = new(TimeProvider.System);

        public Amazon.S3.IAmazonS3 S3 { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await portal.StartAsync();
            S3 = new AwsClients(new AwsOptions { LocalCloudUrl = portal.CloudUrl }, pacer).For(new AwsConnection { Label = "", AccountId = "000000000000", Region = "us-east-1" }).S3;
        }

        public async Task<Visit> VisitAsync()
        {
            var visit = await Chromium.VisitAsync(portal.Url);
            await visit.SignInAsync(Email, Password);
            // The sample loads in the background.
            await visit.Page.GotoAsync("/tenants");
            await Expect(async () => await visit.Page.ReloadAsync(), visit.Page.GetByRole(AriaRole.Link, new() { Name = "CustomerA" }));
            return visit;
        }

        public async Task<IReadOnlyList<string>> KeysAsync(string prefix) =>
            [.. ((await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "portal-workspace", Prefix = prefix })).S3Objects ?? []).Select(item => item.Key)];

        public async ValueTask DisposeAsync()
        {
            pacer.Dispose();
            await portal.DisposeAsync();
        }

        private static Task Expect(Func<Task> again, ILocator locator) =>
            Portal.Testing.Eventually.HoldsAsync(
                async () =>
                {
                    await again();
                    return await locator.CountAsync();
                },
                count => count > 0,
                "CustomerA is onboarded",
                TestContext.Current.CancellationToken,
                seconds: 120);
    }
}
