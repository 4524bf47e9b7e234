using Microsoft.Extensions.Logging;
using Portal.LocalCloud.S3.Objects;

namespace Portal.LocalCloud.S3.Storage;

/// <summary>Tidies what a crash left between the files and the database. Runs before the first request.</summary>
internal sealed partial class StateSweep(VersionTable versions, BlobStore blobs, ILogger<StateSweep> log)
{
    public async Task RunAsync(CancellationToken token)
    {
        var swept = blobs.Sweep(await versions.NamedBlobsAsync(token));
        if (swept > 0)
            Swept(log, swept);
    }

    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "Removed {Count} blobs that no object names; a write was cut short")]
    private static partial void Swept(ILogger log, int count);
}
