using System.Globalization;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Operations;

namespace Portal.KnowledgeBases.Sync;

/// <summary>The input of <see cref="SyncKnowledgeBase"/>.</summary>
/// <param name="KnowledgeBaseId">Which knowledge base.</param>
/// <param name="DataSourceId">Which of its data sources.</param>
/// <param name="What">For the title: what its starter knows it as.</param>
public sealed record SyncInput(string KnowledgeBaseId, string DataSourceId, string What);

/// <summary>
/// Brings a data source's documents into its index: waits for a place within AWS's limits, starts an ingestion job, follows it to an end that AWS confirmed. Cancelling
/// stops the job. Resumed after a failure it begins another job.
/// </summary>
public sealed class SyncKnowledgeBase(AwsClients clients, ConnectionGuard connections, IngestionLoad load, SyncRecorder recorder, SyncPace pace, AuditTrail audit, TimeProvider time)
    : OperationKind<SyncInput>
{
    internal const string CallingFact = "calling";

    public override string Name => "knowledge-base.sync";

    public override Permission Needs => Permission.SyncTenant;

    public override string Title(SyncInput input) => $"Sync {input.What}";

    public override IReadOnlyList<OperationStep> Steps(SyncInput input) =>
        [new("sync", "Sync the documents", (context, cancellation) => SyncAsync(context, input, cancellation), (context, cancellation) => StopAsync(context, input, cancellation))];

    /// <summary>Whoever else waits for a shared run must not lose it to one tenant's operator.</summary>
    public override async Task DemandCancelAsync(Actor actor, OperationRecord operation, CancellationToken cancellation)
    {
        if (actor.Role != PortalRole.Administrator && !await recorder.IsOnlyForAsync(actor.TenantIds, operation.Id, cancellation))
            throw new PortalProblemException(new("SharedSync", "Others wait for this sync too, so it cannot be stopped from here.", "Ask an administrator to stop it."));
    }

    private async Task SyncAsync(OperationContext context, SyncInput input, CancellationToken cancellation)
    {
        if (context.TenantIds.Count == 0) context.Actor.Demand(Permission.ManageKnowledgeBases);
        await recorder.OpenAsync(context.OperationId, context.ConnectionId, input, cancellation);
        var connection = await connections.WritableAsync(context.ConnectionId, cancellation);
        var attempt = Attempt(context);
        if (context.Fact(Ended(attempt)) is not null) await context.NoteAsync("attempt", Text(++attempt), cancellation);
        var client = clients.For(connection).BedrockAgent;
        var job = context.Fact(Job(attempt)) ?? await StartAsync(context, input, connection, attempt, cancellation);
        await FollowAsync(context, input, client, job, attempt, cancellation);
    }

    private async Task<string> StartAsync(OperationContext context, SyncInput input, AwsConnection connection, int attempt, CancellationToken cancellation)
    {
        var client = clients.For(connection).BedrockAgent;
        // The last owner may have died after AWS accepted the call and before the journal heard of it.
        if (context.Fact(CallingFact) == Text(attempt) && await FindOwnAsync(context, input, client, attempt, cancellation) is { } accepted)
            return await AcceptedAsync(context, input, accepted, attempt, null, cancellation);
        while (true)
        {
            if (await load.ObstacleAsync(connection, input.KnowledgeBaseId, input.DataSourceId, cancellation) is { } obstacle)
            {
                await WaitAsync(context, obstacle, cancellation);
                continue;
            }

            var token = await context.ClientTokenAsync($"{Text(attempt)}.token", cancellation);
            // Requests that come from here on may be about documents that this job will not see, so they get a run of their own.
            await context.NoteAsync(CallingFact, Text(attempt), cancellation);
            using var calls = AwsCallLog.Begin();
            try
            {
                var answer = await client.StartIngestionJobAsync(
                    new()
                    {
                        KnowledgeBaseId = input.KnowledgeBaseId,
                        DataSourceId = input.DataSourceId,
                        ClientToken = token,
                        Description = Description(context, attempt),
                    },
                    cancellation);
                return await AcceptedAsync(context, input, answer.IngestionJob.IngestionJobId, attempt, calls, cancellation);
            }
            catch (AmazonBedrockAgentException fault) when (fault is ConflictException or ServiceQuotaExceededException)
            {
                await context.NoteAsync(CallingFact, "", cancellation);
                await WaitAsync(context, "AWS is busy with other syncs of this knowledge base or account", cancellation);
            }
        }
    }

    private async Task<string> AcceptedAsync(OperationContext context, SyncInput input, string job, int attempt, AwsCallLog? calls, CancellationToken cancellation)
    {
        await audit.WriteAsync(
            context.Actor, "knowledge-base.sync", $"{input.KnowledgeBaseId}/{input.DataSourceId}/{job}", context.TenantIds is [var tenant] ? tenant : null, calls: calls);
        await context.NoteAsync(Job(attempt), job, cancellation);
        return job;
    }

    private async Task WaitAsync(OperationContext context, string obstacle, CancellationToken cancellation)
    {
        if (await recorder.WaitsAsync(context.OperationId, obstacle, cancellation)) await context.ReportAsync($"Waiting. {obstacle}.", null, cancellation);
        await Task.Delay(pace.Queue, time, cancellation);
    }

    private async Task FollowAsync(OperationContext context, SyncInput input, IAmazonBedrockAgent client, string job, int attempt, CancellationToken cancellation)
    {
        while (true)
        {
            var state = (await client.GetIngestionJobAsync(At(input, job), cancellation)).IngestionJob;
            var (changed, run) = await recorder.SeenAsync(context.OperationId, state, cancellation);
            if (changed) await context.ReportAsync(SyncWords.Progress(run), null, cancellation);
            if (run.Status == IngestionJobStatus.COMPLETE) return;
            if (SyncWords.IsEnd(run.Status))
            {
                await context.NoteAsync(Ended(attempt), run.Status, cancellation);
                throw new PortalProblemException(SyncWords.NotCompleted(run.Status));
            }

            await Task.Delay(pace.Follow, time, cancellation);
        }
    }

    private async Task StopAsync(OperationContext context, SyncInput input, CancellationToken cancellation)
    {
        var connection = await connections.WritableAsync(context.ConnectionId, cancellation);
        var client = clients.For(connection).BedrockAgent;
        var attempt = Attempt(context);
        var job = context.Fact(Job(attempt));
        if (job is null && context.Fact(CallingFact) == Text(attempt)) job = await FindOwnAsync(context, input, client, attempt, cancellation);
        if (job is null)
        {
            await recorder.NeverStartedAsync(context.OperationId, cancellation);
            return;
        }

        for (var asked = false; ;)
        {
            IngestionJob state;
            try
            {
                state = (await client.GetIngestionJobAsync(At(input, job), cancellation)).IngestionJob;
            }
            catch (ResourceNotFoundException)
            {
                await recorder.NeverStartedAsync(context.OperationId, cancellation);
                return;
            }

            var (changed, run) = await recorder.SeenAsync(context.OperationId, state, cancellation);
            if (SyncWords.IsEnd(run.Status)) return;
            if (changed) await context.ReportAsync("AWS is stopping the sync", null, cancellation);
            if (!asked) asked = await AskToStopAsync(client, input, job, cancellation);
            await Task.Delay(pace.Follow, time, cancellation);
        }
    }

    private static async Task<bool> AskToStopAsync(IAmazonBedrockAgent client, SyncInput input, string job, CancellationToken cancellation)
    {
        try
        {
            await client.StopIngestionJobAsync(
                new() { KnowledgeBaseId = input.KnowledgeBaseId, DataSourceId = input.DataSourceId, IngestionJobId = job }, cancellation);
            return true;
        }
        catch (AmazonBedrockAgentException fault) when (fault is ConflictException or ValidationException)
        {
            // Not in a state that can be stopped: it is just starting, or has just ended. The next look tells.
            return false;
        }
    }

    private static async Task<string?> FindOwnAsync(OperationContext context, SyncInput input, IAmazonBedrockAgent client, int attempt, CancellationToken cancellation)
    {
        var request = new ListIngestionJobsRequest
        {
            KnowledgeBaseId = input.KnowledgeBaseId,
            DataSourceId = input.DataSourceId,
            SortBy = new() { Attribute = IngestionJobSortByAttribute.STARTED_AT, Order = SortOrder.DESCENDING },
        };
        var description = Description(context, attempt);
        await foreach (var job in client.Paginators.ListIngestionJobs(request).IngestionJobSummaries.WithCancellation(cancellation))
        {
            if (job.Description == description) return job.IngestionJobId;
        }

        return null;
    }

    private static GetIngestionJobRequest At(SyncInput input, string job) =>
        new() { KnowledgeBaseId = input.KnowledgeBaseId, DataSourceId = input.DataSourceId, IngestionJobId = job };

    private static int Attempt(OperationContext context) => int.Parse(context.Fact("attempt") ?? "1", CultureInfo.InvariantCulture);

    private static string Description(OperationContext context, int attempt) => $"Portal operation {context.OperationId}, attempt {Text(attempt)}";

    private static string Job(int attempt) => $"{Text(attempt)}.job";

    private static string Ended(int attempt) => $"{Text(attempt)}.ended";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
