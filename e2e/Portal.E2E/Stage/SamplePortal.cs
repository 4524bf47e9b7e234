using System.Text.RegularExpressions;
using Amazon.S3.Model;
using Microsoft.Playwright;
using Portal.E2E.Stage;
using Portal.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(SamplePortal))]

namespace Portal.E2E.Stage;

/// <summary>
/// One portal with the sample workspace for all journeys that only read, started when the first of them comes. Its administrator has added an operator of CustomerA and a
/// viewer, and each tenant has one document that the shared sync could not index.
/// </summary>
public sealed class SamplePortal : IAsyncLifetime
{
    public const string Administrator = "ada@example.com";
    public const string Operator = "olga@example.com";
    public const string Viewer = "vera@example.com";
    public const string Password = "kestrels over the harbour";
    public const string FailedOfA = "customer-data/CustomerA/policies/old-plans.doc";
    public const string FailedOfB = "customer-data/CustomerB/policies/merger-plans.doc";

    /// <summary>Everything that tells of CustomerB: its names, and those of its documents.</summary>
    public static readonly string[] WordsOfB = ["CustomerB", "nhs-compliance-guidance", "access-management", "genetic_testings", "merger-plans"];

    private const string Bucket = "portal-workspace";
    private readonly Lazy<Task> started;

    public SamplePortal()
    {
        started = new(StartOnceAsync);
        Portal = PortalServer.On(Cloud, new()
        {
            ["Portal:Administrator:Email"] = Administrator,
            ["Portal:Administrator:Password"] = Password,
            ["Portal:SampleWorkspace"] = "true",
            ["Portal:Access:AttemptsPerMinute"] = "500",
        });
    }

    public LocalCloudServer Cloud { get; } = new();

    public PortalServer Portal { get; }

    public string Url => Portal.Url;

    public string KnowledgeBaseId { get; private set; } = "";

    /// <summary>The onboarding of CustomerA.</summary>
    public string OperationOfA { get; private set; } = "";

    /// <summary>The onboarding of CustomerB.</summary>
    public string OperationOfB { get; private set; } = "";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Waits until all is there.</summary>
    public Task StartedAsync() => started.Value;

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    private async Task StartOnceAsync()
    {
        await Cloud.StartAsync();
        await Cloud.Clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = Bucket });
        await PlantAsync(FailedOfA, "CustomerA");
        await PlantAsync(FailedOfB, "CustomerB");
        await Portal.StartAsync();
        await Eventually.HoldsAsync(
            () => Portal.QueryAsync("SELECT status FROM operation WHERE kind = 'sample.load'"), rows => rows.SequenceEqual(["Succeeded"]), "the sample is loaded", CancellationToken.None, seconds: 120);
        KnowledgeBaseId = (await Portal.QueryAsync("SELECT knowledge_base_id FROM workspace"))[0];
        OperationOfA = (await Portal.QueryAsync("SELECT id FROM operation WHERE title = 'Onboard CustomerA'"))[0];
        OperationOfB = (await Portal.QueryAsync("SELECT id FROM operation WHERE title = 'Onboard CustomerB'"))[0];
        await AddUsersAsync();
    }

    /// <summary>An old Word file, which no text is taken from: the sync says so, naming it.</summary>
    private async Task PlantAsync(string key, string customer)
    {
        await Cloud.Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = $"{key}.metadata.json", ContentBody = $$$"""{"metadataAttributes":{"customer":"{{{customer}}}"}}""" });
        await Cloud.Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = "not a Word file" });
    }

    private async Task AddUsersAsync()
    {
        await using var visit = await Chromium.VisitAsync(Url);
        await visit.SignInAsync(Administrator, Password, "/settings/users");
        await AddUserAsync(visit.Page, Operator, "^Operator", "CustomerA");
        await AddUserAsync(visit.Page, Viewer, "^Viewer");
    }

    private static async Task AddUserAsync(IPage page, string email, string role, string? tenant = null)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Email").FillAsync(email);
        await dialog.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex(role) }).CheckAsync();
        if (tenant is not null) await dialog.GetByRole(AriaRole.Checkbox, new() { Name = tenant }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = email })).ToBeVisibleAsync();
    }
}
