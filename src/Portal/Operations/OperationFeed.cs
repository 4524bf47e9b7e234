using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Data;

namespace Portal.Operations;

/// <summary>Tells any page that an operation changed, whichever process changed it: one LISTEN for all circuits.</summary>
public sealed class OperationFeed(PortalDatabase database, ILogger<OperationFeed> logger) : BackgroundService
{
    private ImmutableArray<Action<Guid>> listeners = [];

    /// <summary>Calls <paramref name="changed"/> with the id of each operation that changes, on a thread of the feed: return at once. Dispose to end.</summary>
    public IDisposable Subscribe(Action<Guid> changed)
    {
        ImmutableInterlocked.Update(ref listeners, static (all, one) => all.Add(one), changed);
        return new Subscription(() => ImmutableInterlocked.Update(ref listeners, static (all, one) => all.Remove(one), changed));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, notice) => Tell(notice.Payload);
                await using (var listen = new NpgsqlCommand($"LISTEN {OperationJournal.Channel}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                while (!stoppingToken.IsCancellationRequested) await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.FeedLost(exception);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private void Tell(string payload)
    {
        if (!Guid.TryParse(payload, out var id)) return;
        foreach (var listener in listeners)
        {
            try
            {
                listener(id);
            }
            catch (Exception exception)
            {
                logger.ListenerFailed(exception);
            }
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
