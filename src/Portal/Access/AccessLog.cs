using Microsoft.Extensions.Logging;

namespace Portal.Access;

internal static partial class AccessLog
{
    [LoggerMessage(301, LogLevel.Error, "What was to follow the set-up failed and is tried again at the next start")]
    public static partial void SetupFollowUpFailed(this ILogger logger, Exception exception);
}
