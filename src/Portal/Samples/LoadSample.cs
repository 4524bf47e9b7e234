using System.Security.Cryptography;
using System.Text;
using Portal.Access;
using Portal.Aws;
using Portal.Documents;
using Portal.KnowledgeBases.Making;
using Portal.KnowledgeBases.Sync;
using Portal.Operations;
using Portal.Settings;
using Portal.Tenants;

namespace Portal.Samples;

/// <summary>The input of <see cref="LoadSample"/>: there is nothing to choose.</summary>
public sealed record SampleChoice;

/// <summary>
/// Loads the sample workspace through the same doors that people use: a knowledge base, two onboardings, uploads, a sync. What is there already is left as it is, so
/// it can be resumed or started again.
/// </summary>
public sealed class LoadSample(
    KnowledgeBaseBuilder knowledgeBases, TenantOnboarding onboarding, TenantDirectory tenants, DocumentLibrary library, SyncDesk syncs, OperationDesk desk, OperationFeed feed,
    ConnectionGuard connections, WorkspaceStore workspaces, TimeProvider time) : OperationKind<SampleChoice>
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // LocalCloud needs no OpenSearch collection behind these names; in an AWS account one chooses one's own store on the Knowledge bases page.
    private static readonly KnowledgeBaseSpec KnowledgeBase = new(
        "kb-customers",
        WorkspaceProvisioner.Default(Guid.Empty).KnowledgeBaseRoleArn!,
        WorkspaceProvisioner.Default(Guid.Empty).EmbeddingModelId!,
        new OpenSearchServerlessStore("arn:aws:aoss:us-east-1:000000000000:collection/samplecustomers00001", "customers"),
        "The sample tenants share this knowledge base; their metadata keeps them apart");

    public override string Name => "sample.load";

    public override Permission Needs => Permission.ManageTenants;

    public override string Title(SampleChoice input) => "Load the sample workspace";

    public override IReadOnlyList<OperationStep> Steps(SampleChoice input) =>
    [
        .. knowledgeBases.Steps(KnowledgeBase).Select(step => step with { DoAsync = (context, token) => UnlessSharedAsync(context, step, token) }),
        new("workspace", "Share it between tenants", ShareAsync),
        .. SampleContent.Tenants.Select(tenant => new OperationStep($"onboard-{tenant.Name}", $"Onboard {tenant.Name}", (context, token) => OnboardAsync(context, tenant, token))),
        .. SampleContent.Tenants.Select(tenant => new OperationStep($"upload-{tenant.Name}", $"Upload the documents of {tenant.Name}", (context, token) => UploadAsync(context, tenant, token))),
        new("sync", "Sync the knowledge base", SyncAsync),
    ];

    /// <summary>A workspace that has a knowledge base keeps it.</summary>
    private async Task UnlessSharedAsync(OperationContext context, OperationStep step, CancellationToken cancellation)
    {
        var workspace = await workspaces.GetAsync(await connections.CurrentAsync(cancellation), cancellation);
        if (workspace.KnowledgeBaseId is { } shared && shared != context.Fact(KnowledgeBaseBuilder.IdFact())) return;
        await step.DoAsync(context, cancellation);
    }

    private async Task ShareAsync(OperationContext context, CancellationToken cancellation)
    {
        var workspace = await workspaces.GetAsync(await connections.CurrentAsync(cancellation), cancellation);
        if (workspace.KnowledgeBaseId is not null) return;
        workspace.KnowledgeBaseId = context.Fact(KnowledgeBaseBuilder.IdFact());
        await workspaces.SaveAsync(context.Actor, workspace, cancellation);
    }

    private async Task OnboardAsync(OperationContext context, SampleTenant tenant, CancellationToken cancellation)
    {
        var workspace = await onboarding.WorkspaceAsync(context.Actor, cancellation);
        var names = TenantNames.Propose(tenant.Name, workspace.BasePrefix);
        var known = (await tenants.ListAsync(context.Actor, cancellation)).FirstOrDefault(other => other.Slug == names.Slug);
        if (known is { State: not TenantState.Onboarding }) return;
        var wish = new OnboardTenant(IdOf(context, tenant), names, SampleContent.Folders, SampleContent.Schema, KnowledgeBaseSharing.Shared);
        var operation = await BegunAsync(context, $"onboard-{tenant.Name}", cancellation) ?? await onboarding.StartAsync(context.Actor, wish, cancellation);
        await context.NoteAsync($"onboard-{tenant.Name}", operation.ToString(), cancellation);
        await FollowAsync(context, operation, cancellation);
    }

    private async Task UploadAsync(OperationContext context, SampleTenant tenant, CancellationToken cancellation)
    {
        var workspace = await onboarding.WorkspaceAsync(context.Actor, cancellation);
        var scope = await tenants.ScopeAsync(context.Actor, TenantNames.Propose(tenant.Name, workspace.BasePrefix).Slug, Permission.WriteDocuments, cancellation);
        foreach (var (document, index) in tenant.Documents.Select((document, index) => (document, index)))
        {
            await context.ReportAsync($"{index + 1} of {tenant.Documents.Count}: {document.Name}", (double)index / tenant.Documents.Count, cancellation);
            while (!await TryUploadAsync(scope, tenant, document, cancellation)) await Task.Delay(Beat, time, cancellation);
        }
    }

    /// <returns>False while an upload of it that a crash broke off is not yet undone.</returns>
    private async Task<bool> TryUploadAsync(TenantScope scope, SampleTenant tenant, SampleDocument document, CancellationToken cancellation)
    {
        await using var content = document.Open(tenant.Name);
        var key = DocumentKey.Of(scope, document.Folder, document.Name);
        var records = document.ContentField is { } field ? await RecordsAsync(document.Open(tenant.Name), field, cancellation) : null;
        try
        {
            await library.UploadAsync(scope, new DocumentUpload(key, content.Length, document.Attributes, records, Replace: true), content, cancellation);
            return true;
        }
        catch (PortalProblemException exception) when (exception.Problem.Code == "UploadRunning")
        {
            return false;
        }
    }

    private async Task SyncAsync(OperationContext context, CancellationToken cancellation)
    {
        var workspace = await onboarding.WorkspaceAsync(context.Actor, cancellation);
        var scope = await tenants.ScopeAsync(context.Actor, TenantNames.Propose(SampleContent.Tenants[0].Name, workspace.BasePrefix).Slug, Permission.SyncTenant, cancellation);
        var operation = await BegunAsync(context, "sync", cancellation) ?? await syncs.StartAsync(scope, cancellation);
        await context.NoteAsync("sync", operation.ToString(), cancellation);
        await FollowAsync(context, operation, cancellation);
    }

    private static async Task<RecordStructure> RecordsAsync(Stream content, string contentField, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content);
        var columns = (await reader.ReadLineAsync(cancellation) ?? "").Split(',');
        return new RecordStructure(contentField, [.. columns.Where(column => column != contentField)], []);
    }

    /// <summary>The operation that an earlier run of a step began; null when there is none, or when it was undone and there is nothing to go on with.</summary>
    private async Task<Guid?> BegunAsync(OperationContext context, string fact, CancellationToken cancellation) =>
        context.Fact(fact) is { } noted && await desk.GetAsync(context.Actor, Guid.Parse(noted), cancellation) is { Status: not OperationStatus.Undone } begun ? begun.Id : null;

    /// <summary>Waits for another operation and shows what it says; its failure is this step's.</summary>
    private async Task FollowAsync(OperationContext context, Guid id, CancellationToken cancellation)
    {
        using var changed = new SemaphoreSlim(0, 1);
        using var subscription = feed.Subscribe(other =>
        {
            if (other == id && changed.CurrentCount == 0) changed.Release();
        });
        while (true)
        {
            var operation = await desk.GetAsync(context.Actor, id, cancellation);
            if (operation.Status == OperationStatus.Succeeded) return;
            if (operation is { FinishedAt: not null })
                throw new PortalProblemException(operation.Problem ?? new("Undone", $"\"{operation.Title}\" was undone.", "Resume this to begin it anew."));
            if (operation.Message is { } message) await context.ReportAsync(message, operation.Fraction, cancellation);
            await changed.WaitAsync(TimeSpan.FromSeconds(2), cancellation);
        }
    }

    /// <summary>The same tenant id however often the step runs.</summary>
    private static Guid IdOf(OperationContext context, SampleTenant tenant) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.OperationId}/{tenant.Name}")).AsSpan(0, 16));
}
