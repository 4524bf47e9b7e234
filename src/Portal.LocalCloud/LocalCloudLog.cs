using Microsoft.Extensions.Logging;

namespace Portal.LocalCloud;

internal static partial class LocalCloudLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "LocalCloud serves {Url} as region {Region}, account {Account}")]
    public static partial void Serving(ILogger log, string url, string region, string account);
}
