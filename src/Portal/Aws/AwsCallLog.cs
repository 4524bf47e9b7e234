using System.Collections.Concurrent;

namespace Portal.Aws;

/// <summary>One call as AWS answered it.</summary>
/// <param name="Service">"S3", "BedrockAgent" …</param>
/// <param name="Operation">AWS's operation name.</param>
/// <param name="RequestId">AWS's request id; null when AWS was not reached.</param>
/// <param name="ErrorCode">AWS's error code of a refusal.</param>
/// <param name="AnsweredBy">The model that really answered, where the cloud names another than was asked for, as LocalCloud does.</param>
public sealed record AwsCall(string Service, string Operation, string? RequestId, string? ErrorCode, string? AnsweredBy = null);

/// <summary>Collects the AWS calls made below the scope that began it (audit, "as code", receipts).</summary>
public sealed class AwsCallLog : IDisposable
{
    private static readonly AsyncLocal<AwsCallLog?> Current = new();
    private readonly ConcurrentQueue<AwsCall> calls = new();
    private readonly AwsCallLog? outer;

    private AwsCallLog(AwsCallLog? outer) => this.outer = outer;

    /// <summary>What has been called so far, in the order of answers.</summary>
    public IReadOnlyCollection<AwsCall> Calls => calls;

    /// <summary>The request ids of those calls.</summary>
    public IEnumerable<string> RequestIds => calls.Select(call => call.RequestId).OfType<string>();

    /// <summary>Begins to collect; dispose to end.</summary>
    public static AwsCallLog Begin() => Current.Value = new AwsCallLog(Current.Value);

    internal static void Add(AwsCall call)
    {
        for (var log = Current.Value; log is not null; log = log.outer) log.calls.Enqueue(call);
    }

    public void Dispose() => Current.Value = outer;
}
