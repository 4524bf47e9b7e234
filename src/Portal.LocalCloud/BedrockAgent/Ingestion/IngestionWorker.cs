using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Runs ingestion jobs and direct documents in the background. Jobs a stop or crash cut short are taken up again at the start.</summary>
internal sealed class IngestionWorker(
    KnowledgeBaseStore knowledgeBases, DataSourceStore sources, DocumentStore documents, IngestionJobStore jobs, SourceBucket bucket, ILogger<IngestionWorker> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    private readonly SemaphoreSlim _direct = new(1);

    private readonly CancellationTokenSource _stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await documents.FailInterruptedAsync(cancellationToken);
        foreach (var job in await jobs.RunningAsync(cancellationToken))
        {
            if (job.Status == "STOPPING") await jobs.EndAsync(job.Id, "STOPPED", job.Statistics, job.FailureReasons, cancellationToken);
            else Begin(job);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        // Work that was cancelled ends by saying so.
        await Task.WhenAll(_running.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Begin(IngestionJob job) => Track(() => RunAsync(job));

    /// <summary>Indexes documents sent directly, one call after the other.</summary>
    public void Begin(KnowledgeBase knowledgeBase, DataSource source, IReadOnlyList<(DocumentRecord Record, DirectDocument Document)> given) => Track(async () =>
    {
        await _direct.WaitAsync(_stopping.Token);
        try
        {
            foreach (var (record, document) in given) await new DirectIngestion(knowledgeBase, source, bucket, documents).IndexAsync(record, document, _stopping.Token);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            IngestionLog.DocumentsBroke(logger, error, source.Id);
            foreach (var (record, _) in given) await documents.FailAsync(record.Id, "The document could not be indexed because of an internal error.", _stopping.Token);
        }
        finally
        {
            _direct.Release();
        }
    });

    public void Dispose()
    {
        _stopping.Dispose();
        _direct.Dispose();
    }

    private async Task RunAsync(IngestionJob job)
    {
        var token = _stopping.Token;
        try
        {
            if (await knowledgeBases.FindAsync(job.KnowledgeBaseId, token) is not { } knowledgeBase || await sources.FindAsync(job.KnowledgeBaseId, job.DataSourceId, token) is not { } source)
            {
                await jobs.EndAsync(job.Id, "FAILED", job.Statistics, ["The data source does not exist any more."], token);
                return;
            }

            await new IngestionRun(knowledgeBase, source, job, bucket, documents, jobs).ExecuteAsync(token);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            IngestionLog.JobBroke(logger, error, job.Id);
            await jobs.EndAsync(job.Id, "FAILED", job.Statistics, ["Encountered error: an internal error ended the job. Start it again."], CancellationToken.None);
        }
    }

    private void Track(Func<Task> work)
    {
        // Not given the token: work that is never begun would leave its job for the next start, and its documents in limbo.
        var task = Task.Run(work, CancellationToken.None);
        _running.TryAdd(task, 0);
        _ = task.ContinueWith(ended => _running.TryRemove(ended, out _), TaskScheduler.Default);
    }
}
