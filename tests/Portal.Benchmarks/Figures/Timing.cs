using System.Diagnostics;

namespace Portal.Benchmarks.Figures;

/// <summary>How long each of several runs took, in milliseconds, shortest first.</summary>
internal sealed record Timing(IReadOnlyList<double> Milliseconds)
{
    public double Median => Percentile(0.5);

    /// <summary>Nearest rank.</summary>
    public double Percentile(double share) => Milliseconds[Math.Max(0, (int)Math.Ceiling(share * Milliseconds.Count) - 1)];

    /// <summary>Runs contestants in turn, so that what else the machine does meets all of them alike.</summary>
    /// <param name="warmUp">Rounds that are not counted.</param>
    /// <param name="runs">Rounds that are.</param>
    /// <param name="token">Ends it.</param>
    /// <param name="contestants">What to run; given the number of the round.</param>
    public static async Task<Timing[]> OfAsync(int warmUp, int runs, CancellationToken token, params Func<int, Task>[] contestants)
    {
        var taken = contestants.Select(_ => new List<double>(runs)).ToArray();
        for (var round = 0; round < warmUp + runs; round++)
        {
            for (var at = 0; at < contestants.Length; at++)
            {
                token.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                await contestants[at](round);
                if (round >= warmUp) taken[at].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. taken.Select(list => new Timing([.. list.Order()]))];
    }
}
