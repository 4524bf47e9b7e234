using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Portal.Aws;

/// <summary>
/// One limiter per (account, Region, operation), shared by everyone in the process, so that many users together stay within AWS's quotas, and one
/// ThrottlingException slows all of them and not only the one who met it.
/// </summary>
public sealed class AwsPacer(TimeProvider time) : IDisposable
{
    /// <summary>Requests per second; source: Amazon Bedrock endpoints and quotas, read 2026-11. What is not listed is not limited here.</summary>
    private static readonly Dictionary<string, double> Rates = new()
    {
        ["BedrockAgent.StartIngestionJob"] = 0.1,
        ["BedrockAgent.GetIngestionJob"] = 10,
        ["BedrockAgent.ListIngestionJobs"] = 10,
        ["BedrockAgent.IngestKnowledgeBaseDocuments"] = 5,
        ["BedrockAgent.GetKnowledgeBaseDocuments"] = 5,
        ["BedrockAgent.ListKnowledgeBaseDocuments"] = 5,
        ["BedrockAgent.DeleteKnowledgeBaseDocuments"] = 5,
        ["BedrockAgentRuntime.Retrieve"] = 20,
        ["BedrockAgentRuntime.RetrieveAndGenerate"] = 20,
        ["BedrockAgentRuntime.RetrieveAndGenerateStream"] = 20,
    };

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<(string Account, string Region, string Operation), Lane> lanes = new();

    /// <summary>Waits until the call may be made.</summary>
    /// <param name="account">The account whose quota it uses.</param>
    /// <param name="region">The Region whose quota it uses.</param>
    /// <param name="operation">Service and operation: "BedrockAgent.StartIngestionJob".</param>
    /// <param name="rateFactor">1 for AWS; LocalCloud has no such quotas, so its connection asks for more.</param>
    /// <param name="cancellation">Leaves the queue.</param>
    public async Task WaitAsync(string account, string region, string operation, double rateFactor, CancellationToken cancellation)
    {
        var lane = LaneOf(account, region, operation, rateFactor);
        if (lane.Limiter is { } limiter)
        {
            using var lease = await limiter.AcquireAsync(1, cancellation);
        }

        while (lane.PausedUntil - time.GetUtcNow() is { Ticks: > 0 } pause) await Task.Delay(pause, time, cancellation);
    }

    /// <summary>AWS throttled the operation: everyone waits, twice as long each time in a row.</summary>
    public void Throttled(string account, string region, string operation, double rateFactor)
    {
        var lane = LaneOf(account, region, operation, rateFactor);
        lock (lane)
        {
            lane.Pause = lane.Pause == TimeSpan.Zero ? ShortestPause : TimeSpan.FromTicks(Math.Min(lane.Pause.Ticks * 2, LongestPause.Ticks));
            lane.PausedUntil = time.GetUtcNow() + lane.Pause;
        }
    }

    /// <summary>AWS answered: the next throttle starts from the shortest pause again.</summary>
    public void Answered(string account, string region, string operation, double rateFactor) => LaneOf(account, region, operation, rateFactor).Pause = TimeSpan.Zero;

    public void Dispose()
    {
        foreach (var lane in lanes.Values) lane.Limiter?.Dispose();
    }

    private Lane LaneOf(string account, string region, string operation, double rateFactor) =>
        lanes.GetOrAdd((account, region, operation), static (key, factor) => new Lane(Rates.TryGetValue(key.Operation, out var rate) ? Limiter(rate * factor) : null), rateFactor);

    private static TokenBucketRateLimiter Limiter(double perSecond) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = (int)Math.Max(1, perSecond),
        TokensPerPeriod = (int)Math.Max(1, perSecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, perSecond) / perSecond),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });

    private sealed class Lane(RateLimiter? limiter)
    {
        public RateLimiter? Limiter { get; } = limiter;

        public TimeSpan Pause { get; set; }

        public DateTimeOffset PausedUntil { get; set; }
    }
}
