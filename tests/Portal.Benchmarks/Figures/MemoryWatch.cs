using System.Diagnostics;

namespace Portal.Benchmarks.Figures;

/// <summary>Looks at the working set of a process until it is disposed.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Process _process;
    private readonly Task _looking;
    private readonly List<long> _seen = [];

    public MemoryWatch(int processId)
    {
        _process = Process.GetProcessById(processId);
        BeforeBytes = _process.WorkingSet64;
        _looking = LookAsync();
    }

    public long BeforeBytes { get; }

    /// <summary>The highest of the first quarter of the time; where memory grows with what has passed through, the last quarter lies far above.</summary>
    public long FirstQuarterPeakBytes => _seen.Take(Math.Max(1, _seen.Count / 4)).DefaultIfEmpty(BeforeBytes).Max();

    public long LastQuarterPeakBytes => _seen.TakeLast(Math.Max(1, _seen.Count / 4)).DefaultIfEmpty(BeforeBytes).Max();

    public long PeakBytes => _seen.DefaultIfEmpty(BeforeBytes).Max();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        _stop.Dispose();
        _process.Dispose();
    }

    private async Task LookAsync()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await beat.WaitForNextTickAsync(_stop.Token))
            {
                _process.Refresh();
                _seen.Add(_process.WorkingSet64);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
