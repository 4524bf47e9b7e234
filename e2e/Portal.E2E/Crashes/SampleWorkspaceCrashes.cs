using Amazon.BedrockAgent;
using Xunit;

namespace Portal.E2E.Crashes;

/// <summary>Kill -9 while the sample workspace is made: a knowledge base, two onboardings, uploads and a sync, each a durable operation.</summary>
public sealed class SampleWorkspaceCrashes
{
    /// <summary>A call of the loading, and whether AWS had accepted it when the portal died.</summary>
    private sealed record Death(string Operation, bool Accepted, int Skip = 0);

    [Fact]
    public async Task Kill_AtEveryStepBeforeAwsAccepts_IsFinishedByTheNextStart() => await DieAndFinishAsync(
    [
        new("CreateKnowledgeBase", false),
        new("GetKnowledgeBase", false),
        new("PutObject", false), // the first tenant's prefix
        new("PutObject", false, Skip: 2),
        new("CreateDataSource", false),
        new("ListObjectsV2", false), // the look whether all is there
        new("ListDataSources", false), // the second tenant's onboarding finds the shared one
        new("PutObject", false), // a sidecar
        new("PutObject", false, Skip: 1), // between a sidecar and its document
        new("StartIngestionJob", false),
        new("GetIngestionJob", false),
    ]);

    [Fact]
    public async Task Kill_BetweenAwsAcceptingACallAndTheJournal_MakesNothingTwice() => await DieAndFinishAsync(
    [
        new("CreateKnowledgeBase", true),
        new("PutObject", true), // the first tenant's prefix
        new("CreateDataSource", true),
        new("PutObject", true, Skip: 2), // a folder of the second tenant
        new("PutObject", true, Skip: 4), // a sidecar or a document
        new("PutObject", true, Skip: 3),
        new("StartIngestionJob", true),
    ]);

    [Fact]
    public async Task Kill_OfLocalCloudAndOfBoth_LosesNothing()
    {
        await using var stage = await CrashStage.OpenAsync();
        // The cloud alone: the portal goes on by itself when it is back.
        await stage.Cloud.StopBeforeAsync("CreateDataSource");
        await stage.Portal.StartAsync();
        await stage.Cloud.StruckAsync();
        await stage.Cloud.KillAsync();
        await stage.Cloud.StartAsync();

        // Both, the cloud first, while a document is on its way.
        await stage.Cloud.StopBeforeAsync("PutObject", skip: 9);
        await stage.Cloud.StruckAsync();
        await stage.Cloud.KillAsync();
        await stage.Portal.KillAsync();
        await stage.Cloud.StartAsync();

        // The cloud with a job that it has accepted.
        await stage.Cloud.StopBeforeAsync("GetIngestionJob");
        await stage.Portal.StartAsync();
        await stage.Cloud.StruckAsync();
        await stage.Cloud.KillAsync();
        await stage.Cloud.StartAsync();

        await AssertWholeAsync(stage);
    }

    private static async Task DieAndFinishAsync(Death[] deaths)
    {
        await using var stage = await CrashStage.OpenAsync();
        foreach (var death in deaths)
        {
            if (death.Accepted) await stage.Cloud.StopAfterAsync(death.Operation, death.Skip);
            else await stage.Cloud.StopBeforeAsync(death.Operation, death.Skip);
            await stage.Portal.StartAsync();
            await stage.KillAtFaultAsync();
        }

        await stage.Portal.StartAsync();
        await AssertWholeAsync(stage);
    }

    /// <summary>Exactly what an undisturbed start makes.</summary>
    private static async Task AssertWholeAsync(CrashStage stage)
    {
        var operations = await stage.OperationsEndAsync();
        Assert.Equal(
            ["Load the sample workspace | Succeeded | ", "Onboard CustomerA | Succeeded | ", "Onboard CustomerB | Succeeded | ", "Sync the documents of CustomerA | Succeeded | "], operations);
        await stage.UploadsEndAsync();
        await stage.AssertNothingHalfAsync();

        var knowledgeBase = Assert.Single(await stage.KnowledgeBasesAsync());
        var source = Assert.Single(await stage.DataSourcesAsync(knowledgeBase.KnowledgeBaseId));
        Assert.Equal(
            [$"customera | Active | {knowledgeBase.KnowledgeBaseId} | {source.DataSourceId}", $"customerb | Active | {knowledgeBase.KnowledgeBaseId} | {source.DataSourceId}"],
            await stage.Portal.QueryAsync("SELECT slug, state, knowledge_base_id, data_source_id FROM tenant ORDER BY slug"));

        var job = Assert.Single(await stage.JobsAsync(knowledgeBase.KnowledgeBaseId, source.DataSourceId));
        Assert.Equal(IngestionJobStatus.COMPLETE, job.Status);
        Assert.Equal(7, job.Statistics!.NumberOfNewDocumentsIndexed);
        Assert.Equal(0, job.Statistics!.NumberOfDocumentsFailed);

        var keys = await stage.KeysAsync();
        Assert.Equal(8, keys.Count(key => key.EndsWith('/')));
        Assert.Equal(14, keys.Count(key => !key.EndsWith('/')));
        // Each tenant's deed is written once, however often its operation was taken up again.
        Assert.Equal(["customera", "customerb"], await stage.Portal.QueryAsync("SELECT subject FROM audit_entry WHERE action = 'tenant.onboard' ORDER BY subject"));
    }
}
