using Microsoft.Extensions.Logging;

namespace Portal.LocalCloud.Pipeline;

internal static partial class PipelineLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "{Service} failed on a {Method} request, id {RequestId}")]
    public static partial void Failed(ILogger log, Exception error, string service, string method, string requestId);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "Armed fault {Kind} strikes {Action}")]
    public static partial void FaultStruck(ILogger log, FaultKind kind, string action);
}
