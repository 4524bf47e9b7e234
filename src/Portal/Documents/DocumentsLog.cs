using Microsoft.Extensions.Logging;

namespace Portal.Documents;

internal static partial class DocumentsLog
{
    [LoggerMessage(400, LogLevel.Information, "The upload of {Key} lost its process; it is being finished or undone.")]
    public static partial void Recovering(this ILogger logger, string key);

    [LoggerMessage(401, LogLevel.Warning, "The broken upload of {Key} could not be undone yet; it is tried again.")]
    public static partial void UndoFailed(this ILogger logger, Exception exception, string key);

    [LoggerMessage(402, LogLevel.Error, "Looking after broken uploads failed; it is tried again.")]
    public static partial void RecoveryFailed(this ILogger logger, Exception exception);

    [LoggerMessage(403, LogLevel.Information, "{Key} has {Bytes} bytes and will not be indexed.")]
    public static partial void StoredUnindexed(this ILogger logger, string key, long bytes);
}
