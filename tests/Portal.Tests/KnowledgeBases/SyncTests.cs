using Amazon.BedrockAgent.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.KnowledgeBases.Making;
using Portal.KnowledgeBases.Sync;
using Portal.LocalCloud.Pipeline;
using Portal.Operations;
using Portal.Testing;
using Xunit;

namespace Portal.KnowledgeBases;

public sealed class SyncTests : IAsyncLifetime
{
    private readonly KnowledgeBaseStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SyncDesk Desk => stage.Portal.Get<SyncDesk>();

    private FaultBench Faults => stage.Portal.Cloud.Faults;

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Sync_WithOneBadDocument_IsCompleteButNotWhole()
    {
        var source = await stage.MakeAsync(Cancellation);
        var tenant = await stage.AddTenantAsync("CustomerA", source);
        await stage.PutAsync("customer-data/CustomerA/hipaa.md", "HIPAA asks for encryption of health data.", Tag("CustomerA"));
        await stage.PutAsync("customer-data/CustomerA/broken.md", "Its sidecar is no JSON.", "{");

        Assert.Equal(OperationStatus.Succeeded, (await stage.SyncAsync(source, Cancellation)).Status);

        var view = await stage.Portal.Get<SyncHistory>().LatestAsync(await stage.ScopeAsync(tenant), Cancellation);
        Assert.Equal(("COMPLETE", false, 1L, 1L), (view!.Run.Status, view.IsWhole, view.Run.Statistics!.New, view.Run.Statistics.Failed));
        Assert.Contains(view.Reasons.Shown, reason => reason.Contains("broken.md", StringComparison.Ordinal));
        var job = Assert.Single(await stage.Portal.Get<SyncHistory>().JobsAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, cancellation: Cancellation));
        Assert.Equal(["portal"], job.RequestedBy);

        var states = await stage.Portal.Get<DocumentIndex>().OfAsync(
            await stage.ScopeAsync(tenant), ["customer-data/CustomerA/hipaa.md", "customer-data/CustomerA/broken.md", "customer-data/CustomerA/none.md", $"customer-data/CustomerA/{new string('x', 200)}"], Cancellation);
        Assert.Equal(["INDEXED", "FAILED", "NOT_FOUND", null], states.Select(state => state.Status));
        var page = await stage.Portal.Get<DocumentIndex>().PageAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, size: 1, cancellation: Cancellation);
        Assert.NotNull(page.Next);
        Assert.Single((await stage.Portal.Get<DocumentIndex>().PageAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, page.Next, 1, Cancellation)).Documents);
    }

    [Fact]
    public async Task Sync_FailureReasons_NeverNameAnotherTenantToAnOperator()
    {
        var source = await stage.MakeAsync(Cancellation);
        var (a, b) = (await stage.AddTenantAsync("CustomerA", source), await stage.AddTenantAsync("CustomerB", source));
        await stage.PutAsync("customer-data/CustomerA/mine.md", "Mine.", "{");
        await stage.PutAsync("customer-data/CustomerB/theirs.md", "Theirs.", "{");
        await stage.SyncAsync(source, Cancellation);
        var operatorOfA = await stage.AddOperatorAsync(a);

        var own = (await stage.Portal.Get<SyncHistory>().LatestAsync(await stage.ScopeAsync(a, actor: operatorOfA), Cancellation))!;
        Assert.DoesNotContain(own.Reasons.Shown, reason => reason.Contains("CustomerB", StringComparison.OrdinalIgnoreCase) || reason.Contains("theirs", StringComparison.Ordinal));
        Assert.True(own.Reasons.Hidden > 0);
        Assert.Empty(own.Run.FailureReasons);

        var all = (await stage.Portal.Get<SyncHistory>().LatestAsync(await stage.ScopeAsync(b), Cancellation))!;
        Assert.Contains(all.Reasons.Shown, reason => reason.Contains("CustomerA", StringComparison.Ordinal));
        Assert.Equal(0, all.Reasons.Hidden);
        var refused = await Assert.ThrowsAsync<PortalProblemException>(
            () => stage.Portal.Get<SyncHistory>().JobsAsync(operatorOfA, source.KnowledgeBase, source.DataSource, cancellation: Cancellation));
        Assert.Equal(ProblemKind.Forbidden, refused.Problem.Kind);
    }

    [Fact]
    public async Task Start_WhileAnotherWaits_SharesItsRun_AndAfterItsCall_GetsItsOwn()
    {
        var source = await stage.MakeAsync(Cancellation);
        var (a, b) = (await stage.AddTenantAsync("CustomerA", source), await stage.AddTenantAsync("CustomerB", source));
        var (operatorOfA, operatorOfB) = (await stage.AddOperatorAsync(a), await stage.AddOperatorAsync(b));
        // AWS says "busy" until the fault is taken away, so runs stay in the queue.
        Faults.Arm(new ArmedFault { On = "StartIngestionJob", Kind = FaultKind.Error, Code = "ConflictException", StatusCode = 409 });
        var first = await Desk.StartAsync(await stage.ScopeAsync(a, Permission.SyncTenant, operatorOfA), Cancellation);
        await Eventually.HoldsAsync(() => RunAsync(first), run => run?.WaitsFor is not null, "the run waits", Cancellation);
        var second = await Eventually.HoldsAsync(
            async () => await Desk.StartAsync(await stage.ScopeAsync(b, Permission.SyncTenant, operatorOfB), Cancellation), id => id == first, "a request joins the waiting run", Cancellation);
        Assert.Equal(first, second);

        // Shared by two tenants: neither's operator stops the other's work, and each sees it run without the other's names.
        var refused = await Assert.ThrowsAsync<PortalProblemException>(async () => await Desk.StopAsync(await stage.ScopeAsync(a, Permission.SyncTenant, operatorOfA), first, Cancellation));
        Assert.Equal("SharedSync", refused.Problem.Code);
        var seenByB = await stage.Portal.Get<SyncHistory>().LatestAsync(await stage.ScopeAsync(b, actor: operatorOfB), Cancellation);
        Assert.NotNull(seenByB);
        Assert.False(seenByB.MayStop);

        Faults.Clear();
        Assert.Equal(OperationStatus.Succeeded, (await stage.EndAsync(first, Cancellation)).Status);
        var third = await Desk.StartAsync(await stage.ScopeAsync(a, Permission.SyncTenant, operatorOfA), Cancellation);
        Assert.NotEqual(first, third);
        Assert.Equal(OperationStatus.Succeeded, (await stage.EndAsync(third, Cancellation)).Status);
    }

    [Fact]
    public async Task Sync_TwoSourcesOfOneKnowledgeBase_RunOneAfterTheOther()
    {
        var source = await stage.MakeAsync(Cancellation);
        var add = await stage.Portal.Get<KnowledgeBaseCatalog>().AddDataSourceAsync(
            Actor.Portal, source.KnowledgeBase, new DataSourceSpec("second", KnowledgeBaseStage.Bucket, "second/", new DefaultChunking()), Cancellation);
        await stage.EndAsync(add, Cancellation);
        var second = await stage.FactAsync(add, DataSourceBuilder.IdFact(), Cancellation);
        for (var index = 0; index < 30; index++) await stage.PutAsync($"customer-data/CustomerA/{index}.md", $"Document {index}.", Tag("CustomerA"));

        var ids = new[] { await Desk.StartAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, Cancellation), await Desk.StartAsync(Actor.Portal, source.KnowledgeBase, second, Cancellation) };
        foreach (var id in ids) Assert.Equal(OperationStatus.Succeeded, (await stage.EndAsync(id, Cancellation)).Status);
        var runs = new[] { (await RunAsync(ids[0]))!, (await RunAsync(ids[1]))! }.OrderBy(run => run.StartedAt).ToList();
        Assert.True(runs[0].EndedAt <= runs[1].StartedAt, $"{runs[0].EndedAt:O} and {runs[1].StartedAt:O} overlap");
    }

    /// <summary>AWS has accepted StartIngestionJob, its answer never came, and the process ends: the next owner finds the job and starts no second one.</summary>
    [Fact]
    public async Task Sync_CrashBetweenAcceptanceAndJournal_AdoptsTheJob()
    {
        var source = await stage.MakeAsync(Cancellation);
        await stage.PutAsync("customer-data/CustomerA/hipaa.md", "HIPAA asks for encryption.", Tag("CustomerA"));
        Faults.Arm(new ArmedFault { On = "StartIngestionJob", Kind = FaultKind.DropResponse });
        var id = await Desk.StartAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, Cancellation);
        await Eventually.HoldsAsync(() => JobsAsync(source), jobs => jobs.Count > 0, "AWS has accepted the job", Cancellation);
        Assert.Null((await RunAsync(id))!.JobId);

        await stage.Portal.RestartAsync();
        // Still armed: if the new owner called again, it would never hear of success.
        var operation = await stage.EndAsync(id, Cancellation);

        Assert.True(operation.Status == OperationStatus.Succeeded, operation.Problem?.Sentence);
        Assert.Equal(Assert.Single(await JobsAsync(source)).IngestionJobId, (await RunAsync(id))!.JobId);
    }

    [Fact]
    public async Task Stop_WhileItRuns_EndsStopped()
    {
        var source = await stage.MakeAsync(Cancellation);
        for (var index = 0; index < 200; index++) await stage.PutAsync($"customer-data/CustomerA/{index}.md", $"Document {index} about {new string('a', 200)}.", Tag("CustomerA"));
        var id = await Desk.StartAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, Cancellation);
        await Eventually.HoldsAsync(() => RunAsync(id), run => run?.JobId is not null, "AWS has accepted it", Cancellation);

        await Desk.StopAsync(Actor.Portal, id, Cancellation);

        var operation = await stage.EndAsync(id, Cancellation);
        var run = (await RunAsync(id))!;
        // A job may end before the stop reaches it; then it is COMPLETE and stays so.
        Assert.True(operation.Status is OperationStatus.Undone or OperationStatus.Succeeded);
        Assert.Contains(run.Status, new[] { "STOPPED", "COMPLETE" });
        Assert.NotNull(run.EndedAt);
    }

    [Fact]
    public async Task Stop_WhileItWaits_StartsNothing()
    {
        var source = await stage.MakeAsync(Cancellation);
        Faults.Arm(new ArmedFault { On = "StartIngestionJob", Kind = FaultKind.Error, Code = "ConflictException", StatusCode = 409 });
        var id = await Desk.StartAsync(Actor.Portal, source.KnowledgeBase, source.DataSource, Cancellation);
        await Eventually.HoldsAsync(() => RunAsync(id), run => run?.WaitsFor is not null, "the run waits", Cancellation);

        await Desk.StopAsync(Actor.Portal, id, Cancellation);

        Assert.Equal(OperationStatus.Undone, (await stage.EndAsync(id, Cancellation)).Status);
        Faults.Clear();
        Assert.Empty(await JobsAsync(source));
        Assert.Equal("STOPPED", (await RunAsync(id))!.Status);
    }

    [Fact]
    public async Task Sync_OfATenantWithoutDataSource_SaysWhatIsMissing()
    {
        var tenant = await stage.AddTenantAsync("CustomerC", (null!, null!));
        var refused = await Assert.ThrowsAsync<PortalProblemException>(async () => await Desk.StartAsync(await stage.ScopeAsync(tenant, Permission.SyncTenant), Cancellation));
        Assert.Equal("NoDataSource", refused.Problem.Code);
    }

    private static string Tag(string tenant) => $$$"""{"metadataAttributes":{"customer":"{{{tenant}}}"}}""";

    private async Task<SyncRun?> RunAsync(Guid operation)
    {
        await using var db = await stage.Portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        return await db.Set<SyncRun>().AsNoTracking().FirstOrDefaultAsync(run => run.OperationId == operation, Cancellation);
    }

    private async Task<List<IngestionJobSummary>> JobsAsync((string KnowledgeBase, string DataSource) source) =>
        (await stage.Aws.BedrockAgent.ListIngestionJobsAsync(new() { KnowledgeBaseId = source.KnowledgeBase, DataSourceId = source.DataSource }, Cancellation)).IngestionJobSummaries ?? [];
}
