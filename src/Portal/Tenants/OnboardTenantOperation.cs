using Amazon.BedrockAgent.Model;
using Amazon.S3.Model;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.Operations;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>Makes a tenant: its row, its folders, the data source that covers it; then looks whether all is there, and lets it be used.</summary>
internal sealed class OnboardTenantOperation(
    TenantRegister register, FolderMaker folders, SourceArranger sources, KnowledgeBaseBuilder builder, AwsClients clients, ConnectionGuard connections, WorkspaceStore workspaces, AuditTrail audit, TimeProvider time)
    : OperationKind<OnboardTenant>
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public override string Name => "tenant.onboard";

    public override Permission Needs => Permission.ManageTenants;

    public override string Title(OnboardTenant input) => $"Onboard {input.Names.Name}";

    public override IReadOnlyList<OperationStep> Steps(OnboardTenant input) =>
    [
        new("record", "Write the tenant down", (context, token) => register.RecordAsync(input, context.ConnectionId, token), (_, token) => register.RemoveAsync(input.TenantId, token)),
        new("folders", "Make its folders", (context, token) => FoldersAsync(input, context, make: true, token), (context, token) => FoldersAsync(input, context, make: false, token)),
        .. input.NewKnowledgeBase is { } spec ? builder.Steps(spec) : [],
        new("data-source", SourceTitle(input.Sharing), (context, token) => ArrangeAsync(input, context, token), (context, token) => DisarrangeAsync(input, context, token)),
        new("verify", "Verify that all is there", (context, token) => VerifyAsync(input, context, token)),
        new("activate", "Let it be used", (context, token) => ActivateAsync(input, context, token), (context, token) => DeactivateAsync(input, context, token)),
    ];

    /// <summary>Keys of the folders, the tenant's own first.</summary>
    internal static IReadOnlyList<string> FolderKeys(OnboardTenant input) => [input.Names.Prefix, .. input.Folders.Select(folder => $"{input.Names.Prefix}{folder}/")];

    /// <summary>The prefix that the tenant's data source reads.</summary>
    internal static string SourcePrefix(OnboardTenant input, Workspace workspace) => input.Sharing == KnowledgeBaseSharing.Shared ? workspace.BasePrefix : input.Names.Prefix;

    private static string SourceTitle(KnowledgeBaseSharing sharing) => sharing switch
    {
        KnowledgeBaseSharing.Shared => "Find or make the shared data source",
        KnowledgeBaseSharing.OwnDataSource => "Make its own data source",
        _ => "Make the data source of its own knowledge base",
    };

    private async Task FoldersAsync(OnboardTenant input, OperationContext context, bool make, CancellationToken cancellation)
    {
        var (connection, workspace) = await PlaceAsync(cancellation);
        if (make) await folders.MakeAsync(context, connection, workspace, FolderKeys(input), cancellation);
        else await folders.RemoveAsync(context, connection, workspace, FolderKeys(input), cancellation);
    }

    private async Task ArrangeAsync(OnboardTenant input, OperationContext context, CancellationToken cancellation)
    {
        var (connection, workspace) = await PlaceAsync(cancellation);
        var knowledgeBaseId = KnowledgeBaseOf(input, context) ?? throw new PortalProblemException(NoKnowledgeBase);
        await EventuallyAsync(context, "The knowledge base", () => KnowledgeBaseStatusAsync(connection, knowledgeBaseId, cancellation), "ACTIVE", cancellation);
        var source = await sources.EnsureAsync(context, connection, knowledgeBaseId, workspace.Bucket, SourcePrefix(input, workspace), cancellation);
        await register.ArrangeAsync(input.TenantId, knowledgeBaseId, source, cancellation);
    }

    private async Task DisarrangeAsync(OnboardTenant input, OperationContext context, CancellationToken cancellation)
    {
        var (connection, _) = await PlaceAsync(cancellation);
        if (KnowledgeBaseOf(input, context) is not { } knowledgeBaseId) return;
        var others = await register.OthersAsync(context.ConnectionId, input.TenantId, cancellation);
        await sources.RemoveAsync(context, connection, knowledgeBaseId, id => others.Any(other => other.DataSourceId == id), cancellation);
    }

    private async Task VerifyAsync(OnboardTenant input, OperationContext context, CancellationToken cancellation)
    {
        var (connection, workspace) = await PlaceAsync(cancellation);
        var page = await clients.For(connection).S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = workspace.Bucket, Prefix = input.Names.Prefix, MaxKeys = 1 }, cancellation);
        if (page.S3Objects is not { Count: > 0 })
            throw new PortalProblemException(new("FoldersGone", $"Nothing is found below {input.Names.Prefix}, although its folders were made.", "See who else changes the bucket, then resume."));
        var prefix = SourcePrefix(input, workspace);
        var knowledgeBaseId = KnowledgeBaseOf(input, context) ?? throw new PortalProblemException(NoKnowledgeBase);
        await EventuallyAsync(context, "The data source", () => SourceStatusAsync(connection, knowledgeBaseId, workspace.Bucket, prefix, cancellation), "AVAILABLE", cancellation);
    }

    private async Task ActivateAsync(OnboardTenant input, OperationContext context, CancellationToken cancellation)
    {
        // Written once: a repeated step finds the tenant active already.
        if (await register.MoveAsync(input.TenantId, TenantState.Onboarding, TenantState.Active, cancellation))
            await audit.WriteAsync(context.Actor, "tenant.onboard", input.Names.Slug, input.TenantId, after: input);
    }

    private async Task DeactivateAsync(OnboardTenant input, OperationContext context, CancellationToken cancellation)
    {
        await register.MoveAsync(input.TenantId, TenantState.Active, TenantState.Onboarding, cancellation);
        await audit.WriteAsync(context.Actor, "tenant.onboard.undo", input.Names.Slug, input.TenantId, before: input);
    }

    private async Task<string> SourceStatusAsync(AwsConnection connection, string knowledgeBaseId, string bucket, string prefix, CancellationToken cancellation) =>
        (await sources.ListAsync(connection, knowledgeBaseId, cancellation)).FirstOrDefault(source => source.Bucket == bucket && source.Prefix == prefix)?.Status ?? "missing";

    private async Task<string> KnowledgeBaseStatusAsync(AwsConnection connection, string knowledgeBaseId, CancellationToken cancellation)
    {
        var answer = await clients.For(connection).BedrockAgent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = knowledgeBaseId }, cancellation);
        return answer.KnowledgeBase.Status?.Value ?? "missing";
    }

    private async Task EventuallyAsync(OperationContext context, string what, Func<Task<string>> probe, string wanted, CancellationToken cancellation)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            var status = await probe();
            if (status == wanted) return;
            if (status is not ("CREATING" or "UPDATING") || time.GetElapsedTime(begun) > Patience)
                throw new PortalProblemException(new("NotReady", $"{what} is {status}, not {wanted}.", "Look at its failure reasons on the Knowledge bases page; then resume or undo."));
            await context.ReportAsync($"{what} is {status}", null, cancellation);
            await Task.Delay(Beat, time, cancellation);
        }
    }

    private async Task<(AwsConnection Connection, Workspace Workspace)> PlaceAsync(CancellationToken cancellation)
    {
        var connection = await connections.CurrentAsync(cancellation);
        return (connection, await workspaces.GetAsync(connection, cancellation));
    }

    private static string? KnowledgeBaseOf(OnboardTenant input, OperationContext context) =>
        input.NewKnowledgeBase is null ? input.KnowledgeBaseId : context.Fact(KnowledgeBaseBuilder.IdFact());

    private static PortalProblem NoKnowledgeBase { get; } = new("NoKnowledgeBase", "No knowledge base is chosen.", "Undo this, and onboard the tenant again with one.");
}
