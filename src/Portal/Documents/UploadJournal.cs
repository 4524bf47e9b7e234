using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Portal.Data;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>
/// The uploads on their way. One document has at most one. A row bears a lease by the database's clock, renewed while its process lives; a row whose lease has
/// ended belongs to whoever claims it.
/// </summary>
internal sealed class UploadJournal(PortalDatabase database, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    // Only what is really on its way is kept alive: an upload whose end could not be written down must run out.
    private readonly ConcurrentDictionary<Guid, bool> live = new();

    /// <summary>This process.</summary>
    public Guid Owner { get; } = Guid.NewGuid();

    /// <summary>Writes an upload down before anything is touched.</summary>
    /// <exception cref="PortalProblemException">The same document is being uploaded right now.</exception>
    public async Task<UploadRecord> BeginAsync(TenantScope scope, DocumentKey key, CancellationToken cancellation)
    {
        var upload = new UploadRecord
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = scope.Connection.Id,
            TenantId = scope.Tenant.Id,
            Bucket = scope.Bucket,
            Key = key.Value,
            StartedBy = scope.Actor.UserId,
            StartedByEmail = scope.Actor.Email,
            StartedAt = time.GetUtcNow(),
            LeaseOwner = Owner,
            LeaseUntil = time.GetUtcNow() + Lease,
        };
        await using var db = await database.OpenAsync(cancellation);
        db.Add(upload);
        try
        {
            await db.SaveChangesAsync(cancellation);
            live[upload.Id] = true;
            return upload;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new PortalProblemException(Busy(key), exception);
        }
    }

    /// <summary>Refuses while the document is being uploaded.</summary>
    public async Task DemandQuietAsync(TenantScope scope, DocumentKey key, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        if (await db.Set<UploadRecord>().AnyAsync(upload => upload.ConnectionId == scope.Connection.Id && upload.Bucket == scope.Bucket && upload.Key == key.Value, cancellation))
            throw new PortalProblemException(Busy(key));
    }

    /// <summary>From now on there may be something to take back.</summary>
    public async Task WritingAsync(UploadRecord upload, byte[]? sidecarBefore, CancellationToken cancellation)
    {
        (upload.Writing, upload.SidecarBefore) = (true, sidecarBefore);
        await UpdateAsync(upload, cancellation);
    }

    /// <summary>Notes the multipart upload that S3 began.</summary>
    public async Task MultipartAsync(UploadRecord upload, string multipartId, CancellationToken cancellation)
    {
        upload.MultipartId = multipartId;
        await UpdateAsync(upload, cancellation);
    }

    /// <summary>The upload has ended, one way or the other.</summary>
    public async Task EndAsync(UploadRecord upload)
    {
        live.TryRemove(upload.Id, out _);
        await using var db = await database.OpenAsync(CancellationToken.None);
        await db.Set<UploadRecord>().Where(row => row.Id == upload.Id).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Gives an upload up whose end could not be seen to; someone claims it later.</summary>
    public Task LetGoAsync(UploadRecord upload)
    {
        live.TryRemove(upload.Id, out _);
        return ExecuteAsync("UPDATE document_upload SET lease_owner = $2, lease_until = now() + interval '5 seconds' WHERE id = $1", [upload.Id, Guid.Empty], CancellationToken.None);
    }

    /// <summary>Prolongs the leases of what this process is uploading.</summary>
    public Task RenewAsync(CancellationToken cancellation) =>
        ExecuteAsync("UPDATE document_upload SET lease_until = now() + $2 WHERE lease_owner = $1 AND id = ANY($3)", [Owner, Lease, live.Keys.ToArray()], cancellation);

    /// <summary>All leases end now. Only for whoever can prove that no other portal lives.</summary>
    public Task ReleaseAllAsync(CancellationToken cancellation) =>
        ExecuteAsync("UPDATE document_upload SET lease_until = now() WHERE lease_owner <> $1", [Owner], cancellation);

    /// <summary>Takes over an upload that no process works on; null when there is none.</summary>
    public async Task<UploadRecord?> ClaimAsync(CancellationToken cancellation)
    {
        const string sql =
            """
            UPDATE document_upload SET lease_owner = $1, lease_until = now() + $2
            WHERE id = (SELECT id FROM document_upload WHERE lease_until < now() ORDER BY started_at FOR UPDATE SKIP LOCKED LIMIT 1)
            RETURNING id
            """;
        await using var command = database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = Owner });
        command.Parameters.Add(new() { Value = Lease, NpgsqlDbType = NpgsqlDbType.Interval });
        if (await command.ExecuteScalarAsync(cancellation) is not Guid id) return null;
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<UploadRecord>().AsNoTracking().FirstOrDefaultAsync(upload => upload.Id == id, cancellation);
    }

    private async Task UpdateAsync(UploadRecord upload, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var changed = await db.Set<UploadRecord>().Where(row => row.Id == upload.Id && row.LeaseOwner == Owner).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Writing, upload.Writing).SetProperty(row => row.SidecarBefore, upload.SidecarBefore).SetProperty(row => row.MultipartId, upload.MultipartId), cancellation);
        if (changed == 0) throw new PortalProblemException(new("UploadLost", "The upload was given up by this process and taken over by another.", "Upload the file again."));
    }

    private async Task ExecuteAsync(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = database.Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static PortalProblem Busy(DocumentKey key) =>
        new("UploadRunning", $"{key.Name} is being uploaded right now.", "Wait until that upload ends; one that broke off is undone within a minute.", Field: "Name");
}
