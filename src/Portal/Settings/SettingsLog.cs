using Microsoft.Extensions.Logging;

namespace Portal.Settings;

internal static partial class SettingsLog
{
    [LoggerMessage(401, LogLevel.Warning, "The workspace of LocalCloud could not be made ready and is tried again: {Sentence}")]
    public static partial void NotProvisioned(this ILogger logger, string sentence);
}
