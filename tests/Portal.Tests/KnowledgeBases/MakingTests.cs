using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.KnowledgeBases.Making;
using Portal.LocalCloud.Pipeline;
using Portal.Operations;
using Xunit;

namespace Portal.KnowledgeBases;

public sealed class MakingTests : IAsyncLifetime
{
    private readonly KnowledgeBaseStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Make_EachStore_IsActiveWithItsDataSource()
    {
        VectorStore[] stores =
        [
            new OpenSearchServerlessStore("arn:aws:aoss:us-east-1:000000000000:collection/abc123", "vectors"),
            new AuroraStore("arn:aws:rds:us-east-1:000000000000:cluster:vectors", "arn:aws:secretsmanager:us-east-1:000000000000:secret:vectors-AbCdEf", "kb", "bedrock.chunks"),
            new S3VectorsStore(VectorBucketArn: "arn:aws:s3vectors:us-east-1:000000000000:bucket/vectors", IndexName: "chunks"),
        ];
        foreach (var (store, index) in stores.Select((store, index) => (store, index)))
        {
            var (knowledgeBase, dataSource) = await stage.MakeAsync(Cancellation, store, $"kb-{index}");
            var entry = await stage.Portal.Get<KnowledgeBaseCatalog>().GetAsync(Actor.Portal, knowledgeBase, Cancellation);
            Assert.Equal(("ACTIVE", store.ToStorageConfiguration().Type.Value), (entry.State.Status.Value, entry.StorageType));
            var source = Assert.Single(await stage.Portal.Get<KnowledgeBaseCatalog>().DataSourcesAsync(Actor.Portal, knowledgeBase, Cancellation));
            Assert.Equal((dataSource, "AVAILABLE"), (source.DataSourceId, source.Status.Value));
        }

        Assert.Equal(["kb-0", "kb-1", "kb-2"], (await stage.Portal.Get<KnowledgeBaseCatalog>().ListAsync(Actor.Portal, Cancellation)).Select(entry => entry.Name));
    }

    [Fact]
    public async Task Make_EachChunking_ReachesAws()
    {
        var (knowledgeBase, _) = await stage.MakeAsync(Cancellation);
        Chunking[] all = [new FixedSizeChunking(200, 10), new HierarchicalChunking(), new SemanticChunking(), new NoChunking()];
        foreach (var (chunking, index) in all.Select((chunking, index) => (chunking, index)))
        {
            var spec = new DataSourceSpec($"source-{index}", KnowledgeBaseStage.Bucket, $"other/{index}/", chunking, DeletionPolicy.Retain);
            var operation = await stage.EndAsync(await stage.Portal.Get<KnowledgeBaseCatalog>().AddDataSourceAsync(Actor.Portal, knowledgeBase, spec, Cancellation), Cancellation);
            Assert.True(operation.Status == OperationStatus.Succeeded, operation.Problem?.Sentence);
        }

        var sources = await stage.Portal.Get<KnowledgeBaseCatalog>().DataSourcesAsync(Actor.Portal, knowledgeBase, Cancellation);
        Assert.Equal(
            ["FIXED_SIZE", "HIERARCHICAL", "SEMANTIC", "NONE"],
            sources.Where(source => source.Name != "documents").Select(source => source.VectorIngestionConfiguration?.ChunkingConfiguration?.ChunkingStrategy.Value));
        Assert.All(sources.Where(source => source.Name != "documents"), source => Assert.Equal("RETAIN", source.DataDeletionPolicy?.Value));

        var sixth = new DataSourceSpec("sixth", KnowledgeBaseStage.Bucket, "sixth/", new DefaultChunking());
        var refused = await stage.EndAsync(await stage.Portal.Get<KnowledgeBaseCatalog>().AddDataSourceAsync(Actor.Portal, knowledgeBase, sixth, Cancellation), Cancellation);
        Assert.Equal((OperationStatus.Failed, "ServiceQuotaExceededException"), (refused.Status, refused.Problem?.Code));
    }

    [Fact]
    public async Task Make_NameTaken_FailsAndUndoLeavesTheOtherAlone()
    {
        var (knowledgeBase, _) = await stage.MakeAsync(Cancellation);
        var id = await stage.Portal.Get<KnowledgeBaseCatalog>().MakeAsync(Actor.Portal, new KnowledgeBasePlan(KnowledgeBaseStage.Spec("shared"), []), Cancellation);
        Assert.Equal("ConflictException", (await stage.EndAsync(id, Cancellation)).Problem?.Code);

        await stage.Portal.Get<OperationDesk>().CancelAsync(Actor.Portal, id, Cancellation);
        Assert.Equal(OperationStatus.Undone, (await stage.EndAsync(id, Cancellation)).Status);
        Assert.Equal(knowledgeBase, Assert.Single(await stage.Portal.Get<KnowledgeBaseCatalog>().ListAsync(Actor.Portal, Cancellation)).Id);
    }

    [Fact]
    public async Task Make_DataSourceFails_UndoDeletesTheKnowledgeBase()
    {
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "CreateDataSource", Kind = FaultKind.Deny, Times = 1 });
        var plan = new KnowledgeBasePlan(KnowledgeBaseStage.Spec("doomed"), [new DataSourceSpec("documents", KnowledgeBaseStage.Bucket, "customer-data/", new DefaultChunking())]);
        var id = await stage.Portal.Get<KnowledgeBaseCatalog>().MakeAsync(Actor.Portal, plan, Cancellation);
        Assert.Equal((OperationStatus.Failed, "AccessDeniedException"), ((await stage.EndAsync(id, Cancellation)).Status, (await stage.EndAsync(id, Cancellation)).Problem?.Code));

        await stage.Portal.Get<OperationDesk>().CancelAsync(Actor.Portal, id, Cancellation);
        Assert.Equal(OperationStatus.Undone, (await stage.EndAsync(id, Cancellation)).Status);
        Assert.Empty((await stage.Aws.BedrockAgent.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), Cancellation)).KnowledgeBaseSummaries ?? []);
    }

    [Fact]
    public async Task Make_ByAnOperator_IsForbidden()
    {
        var stranger = new Actor(Guid.NewGuid(), "operator@example.com", PortalRole.Operator, new HashSet<Guid>());
        var refused = await Assert.ThrowsAsync<PortalProblemException>(
            () => stage.Portal.Get<KnowledgeBaseCatalog>().MakeAsync(stranger, new KnowledgeBasePlan(KnowledgeBaseStage.Spec("x"), []), Cancellation));
        Assert.Equal(ProblemKind.Forbidden, refused.Problem.Kind);
        await Assert.ThrowsAsync<PortalProblemException>(() => stage.Portal.Get<KnowledgeBaseCatalog>().ListAsync(stranger, Cancellation));
    }
}
