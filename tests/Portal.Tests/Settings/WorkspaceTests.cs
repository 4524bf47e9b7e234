using Amazon.S3;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.LocalCloud.Pipeline;
using Portal.Settings.Preflight;
using Portal.Tenants;
using Portal.Testing;
using Xunit;

namespace Portal.Settings;

public sealed class WorkspaceTests : IAsyncLifetime
{
    private readonly PortalFixture portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WorkspaceStore Store => portal.Get<WorkspaceStore>();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Provision_AtTheFirstStart_MakesBucketAndSettings_AndLaterStartsChangeNothing()
    {
        var connection = await ConnectionAsync();
        var workspace = await Store.GetAsync(connection, Cancellation);
        Assert.Equal("portal-workspace", workspace.Bucket);
        Assert.Equal("customer-data/", workspace.BasePrefix);
        Assert.Equal("customer", workspace.AttributeKey);
        Assert.Equal(VersionStatus.Enabled, (await portal.Cloud.Clients.S3.GetBucketVersioningAsync("portal-workspace", Cancellation)).VersioningConfig.Status);

        workspace.AnswerModelId = "amazon.nova-lite-v1:0";
        await Store.SaveAsync(Actor.Portal, workspace, Cancellation);
        await portal.RestartAsync();

        Assert.Equal("amazon.nova-lite-v1:0", (await Store.GetAsync(connection, Cancellation)).AnswerModelId);
        await using var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        Assert.Equal(2, await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "workspace.save", Cancellation));
    }

    [Fact]
    public async Task Save_AWrongField_NamesItAndKeepsWhatWas()
    {
        var workspace = await Store.GetAsync(await ConnectionAsync(), Cancellation);
        workspace.Bucket = "Not A Bucket";
        var refused = await Assert.ThrowsAsync<PortalProblemException>(() => Store.SaveAsync(Actor.Portal, workspace, Cancellation));
        Assert.Equal(nameof(Workspace.Bucket), refused.Problem.Field);
        Assert.Equal("portal-workspace", (await Store.GetAsync(await ConnectionAsync(), Cancellation)).Bucket);
    }

    [Fact]
    public async Task Save_WhileTenantsExist_KeepsWhatTheyAreNamedBy()
    {
        var connection = await ConnectionAsync();
        await using (var db = await portal.Get<PortalDatabase>().OpenAsync(Cancellation))
        {
            db.Add(new Tenant { Id = Guid.CreateVersion7(), ConnectionId = connection.Id, Slug = "a", Name = "A", Prefix = "customer-data/A/", AttributeValue = "A", SlugFolded = "a", PrefixFolded = "customer-data/a/", AttributeValueFolded = "a" });
            await db.SaveChangesAsync(Cancellation);
        }

        foreach (var change in new Action<Workspace>[] { workspace => workspace.Bucket = "another-bucket", workspace => workspace.BasePrefix = "other/", workspace => workspace.AttributeKey = "tenant" })
        {
            var workspace = await Store.GetAsync(connection, Cancellation);
            change(workspace);
            Assert.Equal("InUse", (await Assert.ThrowsAsync<PortalProblemException>(() => Store.SaveAsync(Actor.Portal, workspace, Cancellation))).Problem.Code);
        }

        var mine = await Store.GetAsync(connection, Cancellation);
        mine.AnswerModelId = "amazon.nova-lite-v1:0";
        await Store.SaveAsync(Actor.Portal, mine, Cancellation);
    }

    [Theory]
    [InlineData(PortalRole.Viewer)]
    [InlineData(PortalRole.Operator)]
    public async Task Save_WithoutTheRight_IsForbidden(PortalRole role)
    {
        var workspace = await Store.GetAsync(await ConnectionAsync(), Cancellation);
        var refused = await Assert.ThrowsAsync<PortalProblemException>(() => Store.SaveAsync(new Actor(Guid.NewGuid(), "x", role, new HashSet<Guid>()), workspace, Cancellation));
        Assert.Equal(ProblemKind.Forbidden, refused.Problem.Kind);
    }

    [Fact]
    public async Task Preflight_OnAReadyWorkspace_PassesStorageAndNamesWhatCannotBeChecked()
    {
        var report = await portal.Get<PreflightInspector>().RunAsync(Actor.Portal, Cancellation);

        Assert.Equal(PreflightOutcome.Passed, Outcome(report, "sts:GetCallerIdentity"));
        Assert.Equal(PreflightOutcome.Passed, Outcome(report, "s3:ListBucket"));
        Assert.Equal(PreflightOutcome.Passed, Outcome(report, "s3:GetBucketVersioning"));
        Assert.Equal(PreflightOutcome.Passed, Outcome(report, "bedrock:ListKnowledgeBases"));
        Assert.Equal(PreflightOutcome.Skipped, Outcome(report, "bedrock:GetKnowledgeBase"));
        Assert.Equal(PreflightOutcome.CannotBeChecked, Outcome(report, "iam:PassRole"));
        Assert.NotNull(report.Checks.Single(check => check.IamAction == "s3:ListBucket").RequestId);
    }

    [Theory]
    [InlineData("s3:ListBucket")]
    [InlineData("s3:GetBucketVersioning")]
    [InlineData("s3:ListBucketMultipartUploads")]
    [InlineData("bedrock:ListKnowledgeBases")]
    public async Task Preflight_WithoutAPermission_NamesTheOneThatWouldMendIt(string action)
    {
        portal.Cloud.Faults.Arm(new ArmedFault { On = action, Kind = FaultKind.Deny });

        var report = await portal.Get<PreflightInspector>().RunAsync(Actor.Portal, Cancellation);

        var check = report.Checks.Single(check => check.IamAction == action);
        Assert.Equal(PreflightOutcome.Failed, check.Outcome);
        Assert.Contains(action, check.Remedy, StringComparison.Ordinal);
        Assert.NotNull(check.RequestId);
        Assert.Single(report.Checks, other => other.Outcome == PreflightOutcome.Failed && other.IamAction.StartsWith(action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preflight_OfABucketThatIsNotThere_SaysSo()
    {
        var workspace = await Store.GetAsync(await ConnectionAsync(), Cancellation);
        workspace.Bucket = "nobody-made-this-one";
        await Store.SaveAsync(Actor.Portal, workspace, Cancellation);

        var report = await portal.Get<PreflightInspector>().RunAsync(Actor.Portal, Cancellation);

        Assert.Contains("does not exist", report.Checks.Single(check => check.IamAction == "s3:ListBucket").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_ChangesNothing()
    {
        portal.Cloud.Actions.Clear();
        await portal.Get<PreflightInspector>().RunAsync(Actor.Portal, Cancellation);
        Assert.All(portal.Cloud.Actions.Seen.Keys, action => Assert.Matches("^(sts|s3|bedrock):(Get|List)", action));
    }

    private static PreflightOutcome Outcome(PreflightReport report, string action) => report.Checks.Single(check => check.IamAction == action).Outcome;

    private Task<AwsConnection> ConnectionAsync() => portal.Get<ConnectionGuard>().CurrentAsync(Cancellation);
}
