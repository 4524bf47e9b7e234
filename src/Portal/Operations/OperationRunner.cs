using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Postgres;

namespace Portal.Operations;

/// <summary>Finds work, keeps its lease while it runs, and hands each operation to an <see cref="OperationWalker"/>.</summary>
internal sealed class OperationRunner(
    PortalDatabase database, OperationFeed feed, ActorDirectory actors, ConnectionGuard connections, IEnumerable<OperationKind> kinds, TimeProvider time, ILogger<OperationRunner> logger,
    EmbeddedPostgres? embedded = null) : BackgroundService
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan Heartbeat = OperationJournal.Lease / 5;
    private readonly Guid owner = Guid.NewGuid();
    private readonly OperationJournal journal = new(database, time);
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> running = new();
    private readonly SemaphoreSlim wake = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe(Woken);
        // An embedded server has one portal only, the owner of its data folder: former leases are of dead processes.
        if (embedded is not null) await journal.ReleaseAllAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (running.Count < MostAtOnce && await journal.ClaimAsync(owner, stoppingToken) is { } operation) Begin(operation, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.RunnerFailed(exception);
            }

            await wake.WaitAsync(TimeSpan.FromSeconds(2), stoppingToken);
        }
    }

    private void Woken(Guid id)
    {
        if (running.TryGetValue(id, out var stop)) _ = CancelIfAskedAsync(id, stop);
        else if (wake.CurrentCount == 0) wake.Release();
    }

    private async Task CancelIfAskedAsync(Guid id, CancellationTokenSource stop)
    {
        try
        {
            var operation = await journal.FindAsync(id, CancellationToken.None);
            if (operation is { CancelRequested: true, Status: OperationStatus.Running }) await stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It ended in the meantime.
        }
        catch (Exception exception)
        {
            logger.RunnerFailed(exception);
        }
    }

    private void Begin(OperationRecord operation, CancellationToken stopping)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        running[operation.Id] = stop;
        _ = Task.Run(() => RunAsync(operation, stop, stopping), CancellationToken.None);
    }

    private async Task RunAsync(OperationRecord operation, CancellationTokenSource stop, CancellationToken stopping)
    {
        using var lost = new CancellationTokenSource();
        using var ours = CancellationTokenSource.CreateLinkedTokenSource(lost.Token, stopping);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, ours.Token);
        using var heart = new CancellationTokenSource();
        var beat = BeatAsync(operation.Id, lost, heart.Token);
        try
        {
            var walker = new OperationWalker(journal, actors, connections, kinds, time, logger);
            await walker.WalkAsync(operation, cancelled.Token, ours.Token);
        }
        catch (Exception exception)
        {
            if (!ours.IsCancellationRequested) logger.RunnerFailed(exception);
        }
        finally
        {
            await heart.CancelAsync();
            await beat;
            running.TryRemove(operation.Id, out _);
            stop.Dispose();
            if (!lost.IsCancellationRequested) await ReleaseQuietlyAsync(operation.Id);
            if (wake.CurrentCount == 0) wake.Release();
        }
    }

    private async Task ReleaseQuietlyAsync(Guid id)
    {
        try
        {
            await journal.ReleaseAsync(id, owner);
        }
        catch (Exception exception)
        {
            // The lease then ends by time.
            logger.RunnerFailed(exception);
        }
    }

    private async Task BeatAsync(Guid id, CancellationTokenSource lost, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Heartbeat, cancellation);
                try
                {
                    var (kept, _) = await journal.RenewAsync(id, owner, cancellation);
                    if (kept) continue;
                    logger.LeaseLost(id);
                    await lost.CancelAsync();
                    return;
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.RunnerFailed(exception);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
