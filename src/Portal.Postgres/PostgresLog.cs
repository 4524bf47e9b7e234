using Microsoft.Extensions.Logging;

namespace Portal.Postgres;

internal static partial class PostgresLog
{
    [LoggerMessage(101, LogLevel.Information, "Embedded PostgreSQL is ready in {Folder}")]
    public static partial void Ready(this ILogger logger, string folder);

    [LoggerMessage(102, LogLevel.Warning, "The account nobody cannot enter the data folder, so PostgreSQL keeps its files in {Folder}")]
    public static partial void Moved(this ILogger logger, string folder);

    [LoggerMessage(103, LogLevel.Warning, "A PostgreSQL server of a former start still runs as process {ProcessId}; it is stopped first")]
    public static partial void StoppingLeftover(this ILogger logger, int processId);

    [LoggerMessage(104, LogLevel.Debug, "postgres: {Line}")]
    public static partial void Output(this ILogger logger, string line);

    [LoggerMessage(105, LogLevel.Critical, "Embedded PostgreSQL ended by itself with code {ExitCode}; its last words: {LastLines}")]
    public static partial void Ended(this ILogger logger, int exitCode, string lastLines);

    [LoggerMessage(106, LogLevel.Information, "Applied migration {Name}")]
    public static partial void Migrated(this ILogger logger, string name);
}
