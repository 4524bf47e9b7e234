using System.Text.Json.Nodes;
using Amazon.BedrockAgent.Model;
using Amazon.S3.Model;
using Portal.Access;
using Portal.Aws;
using Portal.KnowledgeBases.Making;
using Portal.Operations;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>Looks before it onboards, says what it will make, and starts the durable operation.</summary>
public sealed class TenantOnboarding
{
    private readonly TenantRegister register;
    private readonly SourceArranger sources;
    private readonly AwsClients clients;
    private readonly ConnectionGuard connections;
    private readonly WorkspaceStore workspaces;
    private readonly OperationDesk desk;

    public TenantOnboarding(TenantRegister register, AwsClients clients, ConnectionGuard connections, WorkspaceStore workspaces, OperationDesk desk)
    {
        (this.register, this.clients, this.connections, this.workspaces, this.desk) = (register, clients, connections, workspaces, desk);
        sources = new SourceArranger(clients);
    }

    /// <summary>The workspace that a tenant would be made in.</summary>
    public async Task<Workspace> WorkspaceAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageTenants);
        return await workspaces.GetAsync(await connections.CurrentAsync(cancellation), cancellation);
    }

    /// <summary>What is wrong with the names, folders and schema so far, without a look at AWS.</summary>
    public async Task<IReadOnlyList<PortalProblem>> CheckAsync(Actor actor, OnboardTenant wish, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageTenants);
        var connection = await connections.CurrentAsync(cancellation);
        var workspace = await workspaces.GetAsync(connection, cancellation);
        return await register.CheckAsync(Resolved(wish, workspace), connection, workspace, cancellation);
    }

    /// <summary>What the onboarding would do. Calls AWS, changes nothing.</summary>
    public async Task<OnboardingPlan> PlanAsync(Actor actor, OnboardTenant wish, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageTenants);
        var connection = await connections.CurrentAsync(cancellation);
        var workspace = await workspaces.GetAsync(connection, cancellation);
        var resolved = Resolved(wish, workspace);
        var problems = (await register.CheckAsync(resolved, connection, workspace, cancellation)).ToList();
        var checks = new List<PreflightCheck> { await IdentityAsync(cancellation), await BucketAsync(connection, workspace, resolved, cancellation) };
        IReadOnlyList<SourceFact> found = [];
        if (resolved.KnowledgeBaseId is { } id)
        {
            checks.Add(await KnowledgeBaseAsync(connection, id, cancellation));
            (var check, found) = await SourcesAsync(connection, workspace, resolved, id, cancellation);
            checks.Add(check);
        }

        if (resolved.Sharing == KnowledgeBaseSharing.OwnKnowledgeBase && workspace.KnowledgeBaseId is { } shared && shared != resolved.KnowledgeBaseId)
            checks.Add(await ApartAsync(connection, workspace, resolved, shared, cancellation));
        checks.Add(new("Right to write", CheckVerdict.CannotBeChecked, "Whether the portal's role may call s3:PutObject below the prefix and bedrock:CreateDataSource shows only when it does.", "Should it be refused, the operation says so and can be resumed after the policy is mended."));
        return new OnboardingPlan(problems, checks, Resources(resolved, workspace, found), Calls(resolved, workspace, found));
    }

    /// <summary>Starts the durable operation; a second start for the same slug while the first runs is the first.</summary>
    /// <returns>The operation's id.</returns>
    /// <exception cref="PortalProblemException">The first of what is wrong; its field is that of <see cref="OnboardTenant"/>.</exception>
    public async Task<Guid> StartAsync(Actor actor, OnboardTenant wish, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageTenants);
        var connection = await connections.CurrentAsync(cancellation);
        var workspace = await workspaces.GetAsync(connection, cancellation);
        var resolved = Resolved(wish, workspace);
        var problems = await register.CheckAsync(resolved, connection, workspace, cancellation);
        if (problems.Count > 0) throw new PortalProblemException(problems[0]);
        return await desk.StartAsync<OnboardTenantOperation, OnboardTenant>(actor, resolved, [resolved.TenantId], $"tenant.onboard:{connection.Id}:{resolved.Names.Slug}", cancellation);
    }

    private static OnboardTenant Resolved(OnboardTenant wish, Workspace workspace) =>
        wish.KnowledgeBaseId is null && wish.Sharing != KnowledgeBaseSharing.OwnKnowledgeBase ? wish with { KnowledgeBaseId = workspace.KnowledgeBaseId } : wish;

    private async Task<PreflightCheck> IdentityAsync(CancellationToken cancellation)
    {
        const string title = "Connection";
        var state = await connections.CheckAsync(TimeSpan.FromSeconds(30), cancellation);
        return state.Problem is { } problem
            ? new(title, CheckVerdict.Failed, problem.Sentence, problem.Remedy)
            : new(title, CheckVerdict.Passed, $"Account {state.CallerAccountId} in {state.Connection!.Region}, the one this portal's data belongs to.");
    }

    private Task<PreflightCheck> BucketAsync(AwsConnection connection, Workspace workspace, OnboardTenant wish, CancellationToken cancellation) =>
        CheckedAsync("Bucket and prefix", async () =>
        {
            var page = await clients.For(connection).S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = workspace.Bucket, Prefix = wish.Names.Prefix, MaxKeys = 1000 }, cancellation);
            var there = page.S3Objects?.Count ?? 0;
            return there == 0
                ? new("Bucket and prefix", CheckVerdict.Passed, $"The bucket {workspace.Bucket} answers; nothing is below the prefix yet.")
                : new("Bucket and prefix", CheckVerdict.Warned, $"{there}{(page.IsTruncated == true ? " or more" : "")} objects are already below {wish.Names.Prefix}.", "They become this tenant's. Those without a sidecar that names it are found by no question.");
        });

    private Task<PreflightCheck> KnowledgeBaseAsync(AwsConnection connection, string id, CancellationToken cancellation) =>
        CheckedAsync("Knowledge base", async () =>
        {
            var answer = await clients.For(connection).BedrockAgent.GetKnowledgeBaseAsync(new GetKnowledgeBaseRequest { KnowledgeBaseId = id }, cancellation);
            var status = answer.KnowledgeBase.Status?.Value;
            return status == "ACTIVE" ? new("Knowledge base", CheckVerdict.Passed, $"{answer.KnowledgeBase.Name} ({id}) is ACTIVE.")
                : status is "CREATING" or "UPDATING" ? new("Knowledge base", CheckVerdict.Warned, $"{answer.KnowledgeBase.Name} ({id}) is {status}.", "The operation waits for it.")
                : new("Knowledge base", CheckVerdict.Failed, $"{answer.KnowledgeBase.Name} ({id}) is {status}.", "Look at its failure reasons on the Knowledge bases page.");
        });

    private async Task<(PreflightCheck Check, IReadOnlyList<SourceFact> Found)> SourcesAsync(
        AwsConnection connection, Workspace workspace, OnboardTenant wish, string id, CancellationToken cancellation)
    {
        IReadOnlyList<SourceFact> found = [];
        var check = await CheckedAsync("Data sources", async () =>
        {
            found = await sources.ListAsync(connection, id, cancellation);
            var prefix = OnboardTenantOperation.SourcePrefix(wish, workspace);
            if (SourceArranger.Obstacle(found, workspace.Bucket, prefix) is { } obstacle) return new("Data sources", CheckVerdict.Failed, obstacle.Sentence, obstacle.Remedy);
            return new("Data sources", CheckVerdict.Passed, Existing(found, workspace, prefix) is { } there
                ? $"{there.Name} already reads {prefix}."
                : $"{found.Count} of {DataSourceSpec.MostPerKnowledgeBase} are used; one will be added.");
        });
        return (check, found);
    }

    /// <summary>A data source reads one prefix and leaves nothing out: the shared one may read the tenant's documents too.</summary>
    private Task<PreflightCheck> ApartAsync(AwsConnection connection, Workspace workspace, OnboardTenant wish, string shared, CancellationToken cancellation) =>
        CheckedAsync("Apart from the others", async () =>
        {
            var found = await sources.ListAsync(connection, shared, cancellation);
            return found.FirstOrDefault(source => source.Touches(workspace.Bucket, wish.Names.Prefix)) is { } other
                ? new("Apart from the others", CheckVerdict.Warned, $"The shared knowledge base's data source {other.Name} reads {other.Prefix} and with it this tenant's documents: they will be indexed there too.", "Only the metadata filter keeps them apart there. For separate stores give tenants data sources of their own instead of a shared one.")
                : new("Apart from the others", CheckVerdict.Passed, "No data source of the shared knowledge base reads this prefix.");
        });

    private static async Task<PreflightCheck> CheckedAsync(string title, Func<Task<PreflightCheck>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception exception) when (AwsFaults.ProblemOf(exception) is { } problem)
        {
            return new PreflightCheck(title, CheckVerdict.Failed, problem.Sentence, problem.Remedy);
        }
    }

    private static SourceFact? Existing(IReadOnlyList<SourceFact> found, Workspace workspace, string prefix) =>
        found.FirstOrDefault(source => source.Bucket == workspace.Bucket && source.Prefix == prefix);

    private static IReadOnlyList<PlannedResource> Resources(OnboardTenant wish, Workspace workspace, IReadOnlyList<SourceFact> found)
    {
        var prefix = OnboardTenantOperation.SourcePrefix(wish, workspace);
        var source = Existing(found, workspace, prefix);
        return
        [
            .. OnboardTenantOperation.FolderKeys(wish).Select(key => new PlannedResource("Folder", $"s3://{workspace.Bucket}/{key}", false)),
            .. wish.NewKnowledgeBase is { } made ? new[] { new PlannedResource("Knowledge base", made.Name, false) } : [],
            .. wish is { NewKnowledgeBase: null, KnowledgeBaseId: { } id } ? new[] { new PlannedResource("Knowledge base", id, true) } : [],
            new PlannedResource("Data source", source?.Name ?? $"{SourceArranger.NameOf(prefix)}, over {prefix}", source is not null),
        ];
    }

    private static List<PlannedCall> Calls(OnboardTenant wish, Workspace workspace, IReadOnlyList<SourceFact> found)
    {
        var calls = OnboardTenantOperation.FolderKeys(wish).Select(key => new PlannedCall("s3", "PutObject", new JsonObject { ["Bucket"] = workspace.Bucket, ["Key"] = key })).ToList();
        var prefix = OnboardTenantOperation.SourcePrefix(wish, workspace);
        var id = wish.KnowledgeBaseId ?? "<the new knowledge base's id>";
        if (Existing(found, workspace, prefix) is not null) return calls;
        calls.Add(new("bedrock-agent", "CreateDataSource", new JsonObject
        {
            ["knowledgeBaseId"] = id,
            ["name"] = SourceArranger.NameOf(prefix),
            ["dataDeletionPolicy"] = "DELETE",
            ["dataSourceConfiguration"] = new JsonObject
            {
                ["type"] = "S3",
                ["s3Configuration"] = new JsonObject { ["bucketArn"] = $"arn:aws:s3:::{workspace.Bucket}", ["inclusionPrefixes"] = new JsonArray(prefix) },
            },
        }));
        return calls;
    }
}
