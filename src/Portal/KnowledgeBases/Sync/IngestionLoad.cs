using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Aws;

namespace Portal.KnowledgeBases.Sync;

/// <summary>
/// Counts the ingestion jobs that run in the account, also those that others started: AWS allows one per knowledge base and five per account. One count is shared by
/// everyone who waits.
/// </summary>
public sealed class IngestionLoad(AwsClients clients, SyncPace pace, TimeProvider time) : IDisposable
{
    /// <summary>Ingestion jobs at once in one account and Region.</summary>
    public const int MostPerAccount = 5;

    private static readonly TimeSpan SourcesFresh = TimeSpan.FromMinutes(5);
    private static readonly List<string> Running = [IngestionJobStatus.STARTING, IngestionJobStatus.IN_PROGRESS, IngestionJobStatus.STOPPING];

    private readonly SemaphoreSlim gate = new(1, 1);
    private (Guid Connection, DateTimeOffset At, List<(string KnowledgeBase, string DataSource)> Sources) known;
    private (Guid Connection, DateTimeOffset At, List<(string KnowledgeBase, string DataSource)> Jobs) counted;

    /// <summary>Why a sync of this knowledge base cannot start now, in words that name nobody; null when there is a place.</summary>
    public async Task<string?> ObstacleAsync(AwsConnection connection, string knowledgeBaseId, string dataSourceId, CancellationToken cancellation)
    {
        var jobs = await RunningAsync(connection, (knowledgeBaseId, dataSourceId), cancellation);
        if (jobs.Exists(job => job.KnowledgeBase == knowledgeBaseId)) return "Another sync of this knowledge base runs; AWS allows one at a time";
        return jobs.Count >= MostPerAccount ? $"{jobs.Count} syncs run in this account; AWS allows {MostPerAccount} at a time" : null;
    }

    public void Dispose() => gate.Dispose();

    private async Task<List<(string KnowledgeBase, string DataSource)>> RunningAsync(
        AwsConnection connection, (string KnowledgeBase, string DataSource) wanted, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (counted.Connection == connection.Id && now - counted.At < pace.LoadFresh) return counted.Jobs;
            var client = clients.For(connection).BedrockAgent;
            if (known.Connection != connection.Id || now - known.At >= SourcesFresh || !known.Sources.Contains(wanted))
                known = (connection.Id, now, await SourcesAsync(client, cancellation));
            var jobs = new List<(string, string)>();
            foreach (var source in known.Sources)
            {
                if (await RunsAsync(client, source, cancellation)) jobs.Add(source);
                if (jobs.Count >= MostPerAccount) break;
            }

            counted = (connection.Id, time.GetUtcNow(), jobs);
            return jobs;
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<List<(string KnowledgeBase, string DataSource)>> SourcesAsync(IAmazonBedrockAgent client, CancellationToken cancellation)
    {
        var sources = new List<(string, string)>();
        await foreach (var knowledgeBase in client.Paginators.ListKnowledgeBases(new() { MaxResults = 1000 }).KnowledgeBaseSummaries.WithCancellation(cancellation))
        {
            try
            {
                await foreach (var source in client.Paginators.ListDataSources(new() { KnowledgeBaseId = knowledgeBase.KnowledgeBaseId }).DataSourceSummaries.WithCancellation(cancellation))
                    sources.Add((source.KnowledgeBaseId, source.DataSourceId));
            }
            catch (AmazonBedrockAgentException fault) when (fault is ResourceNotFoundException or ValidationException)
            {
                // Deleted meanwhile, or of a type without data sources.
            }
        }

        return sources;
    }

    private static async Task<bool> RunsAsync(IAmazonBedrockAgent client, (string KnowledgeBase, string DataSource) source, CancellationToken cancellation)
    {
        try
        {
            var page = await client.ListIngestionJobsAsync(
                new()
                {
                    KnowledgeBaseId = source.KnowledgeBase,
                    DataSourceId = source.DataSource,
                    MaxResults = 1,
                    Filters = [new() { Attribute = IngestionJobFilterAttribute.STATUS, Operator = IngestionJobFilterOperator.EQ, Values = Running }],
                },
                cancellation);
            return page.IngestionJobSummaries is { Count: > 0 };
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }
}
