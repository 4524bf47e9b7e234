using Microsoft.Extensions.Logging;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

internal static partial class IngestionLog
{
    [LoggerMessage(4200, LogLevel.Error, "Ingestion job {JobId} ended by an unexpected error")]
    public static partial void JobBroke(ILogger logger, Exception error, string jobId);

    [LoggerMessage(4201, LogLevel.Error, "Indexing documents of data source {DataSourceId} ended by an unexpected error")]
    public static partial void DocumentsBroke(ILogger logger, Exception error, string dataSourceId);
}
