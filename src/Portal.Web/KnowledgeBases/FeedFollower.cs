using Portal.Operations;

namespace Portal.Web.KnowledgeBases;

/// <summary>Reads again when operations change, a few times a second at most however often they report.</summary>
internal sealed class FeedFollower : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource left = new();
    private readonly IDisposable subscription;
    private readonly TimeProvider clock;
    private readonly Func<Task> reload;
    private int waiting;

    public FeedFollower(OperationFeed feed, TimeProvider clock, Func<Guid, bool> isOfInterest, Func<Task> reload)
    {
        (this.clock, this.reload) = (clock, reload);
        subscription = feed.Subscribe(id =>
        {
            if (isOfInterest(id) && Interlocked.Exchange(ref waiting, 1) == 0) _ = ReloadSoonAsync();
        });
    }

    public void Dispose()
    {
        subscription.Dispose();
        left.Cancel();
        left.Dispose();
    }

    private async Task ReloadSoonAsync()
    {
        try
        {
            await Task.Delay(Pause, clock, left.Token);
            Interlocked.Exchange(ref waiting, 0);
            await reload();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
            return;
        }
    }
}
