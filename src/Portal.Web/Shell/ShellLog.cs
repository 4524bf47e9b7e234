namespace Portal.Web.Shell;

internal static partial class ShellLog
{
    [LoggerMessage(9001, LogLevel.Error, "Page {Path} failed; shown to the viewer under id {CorrelationId}")]
    public static partial void PageFailed(ILogger logger, Exception exception, string correlationId, string path);
}
