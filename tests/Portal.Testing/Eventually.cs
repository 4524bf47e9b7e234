namespace Portal.Testing;

/// <summary>Waits for what happens in the background: asks until it holds, and fails with what was last seen when it never does.</summary>
public static class Eventually
{
    /// <summary>Asks <paramref name="probe"/> until <paramref name="holds"/>; the deadline is no expectation of speed, only the end of hope.</summary>
    public static async Task<T> HoldsAsync<T>(Func<Task<T>> probe, Func<T, bool> holds, string what, CancellationToken cancellation, int seconds = 60)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        while (true)
        {
            var seen = await probe();
            if (holds(seen)) return seen;
            try
            {
                await beat.WaitForNextTickAsync(either.Token);
            }
            catch (OperationCanceledException tooLate) when (!cancellation.IsCancellationRequested)
            {
                throw new TimeoutException($"After {seconds} s it still does not hold: {what}. Last seen: {seen}", tooLate);
            }
        }
    }
}
