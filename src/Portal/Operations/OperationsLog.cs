using Microsoft.Extensions.Logging;

namespace Portal.Operations;

internal static partial class OperationsLog
{
    [LoggerMessage(201, LogLevel.Information, "Operation {Id} ({Kind}) begins at step {Step}")]
    public static partial void Begins(this ILogger logger, Guid id, string kind, string step);

    [LoggerMessage(202, LogLevel.Warning, "Operation {Id} ({Kind}) failed in step {Step}")]
    public static partial void StepFailed(this ILogger logger, Exception exception, Guid id, string kind, string step);

    [LoggerMessage(203, LogLevel.Warning, "The feed of operations lost its database connection and connects again")]
    public static partial void FeedLost(this ILogger logger, Exception exception);

    [LoggerMessage(204, LogLevel.Error, "A listener of the operation feed failed")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(205, LogLevel.Warning, "Operation {Id}: the lease was lost to another process, which goes on with it")]
    public static partial void LeaseLost(this ILogger logger, Guid id);

    [LoggerMessage(206, LogLevel.Error, "The operation runner could not look for work and tries again")]
    public static partial void RunnerFailed(this ILogger logger, Exception exception);
}
