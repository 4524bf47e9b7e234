using Microsoft.Extensions.Logging;

namespace Portal.Ask;

// Questions, answers and chunks are never logged.
internal static partial class AskLog
{
    [LoggerMessage(401, LogLevel.Error, "{Count} chunk(s) that {Api} returned are not of tenant {TenantId} and were withheld (request {RequestId})")]
    public static partial void Withheld(this ILogger logger, int count, string api, Guid tenantId, string? requestId);

    [LoggerMessage(402, LogLevel.Information, "The conversation of tenant {TenantId} was forgotten: {Why}")]
    public static partial void SessionForgotten(this ILogger logger, Guid tenantId, string why);
}
