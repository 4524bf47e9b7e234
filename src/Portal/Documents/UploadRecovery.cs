using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Aws;
using Portal.Data;
using Portal.Postgres;

namespace Portal.Documents;

/// <summary>Keeps the leases of this process's uploads, and finishes or undoes those that lost their process.</summary>
internal sealed class UploadRecovery(
    UploadJournal journal, DocumentWriter writer, AwsClients clients, PortalDatabase database, TimeProvider time, ILogger<UploadRecovery> logger, EmbeddedPostgres? embedded = null)
    : BackgroundService
{
    private static readonly TimeSpan Beat = UploadJournal.Lease / 6;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An embedded server has one portal only, the owner of its data folder: former leases are of dead processes.
        var release = embedded is not null;
        using var beat = new PeriodicTimer(Beat, time);
        do
        {
            try
            {
                if (release) await journal.ReleaseAllAsync(stoppingToken);
                release = false;
                await journal.RenewAsync(stoppingToken);
                while (await journal.ClaimAsync(stoppingToken) is { } upload) await RecoverAsync(upload, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.RecoveryFailed(exception);
            }
        }
        while (await beat.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RecoverAsync(UploadRecord upload, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        if (await db.Set<AwsConnection>().AsNoTracking().FirstOrDefaultAsync(connection => connection.Id == upload.ConnectionId, cancellation) is not { } connection) return;
        logger.Recovering(upload.Key);
        await writer.UndoAsync(clients.For(connection).S3, upload);
    }
}
