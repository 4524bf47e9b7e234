using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Data;

namespace Portal.Access;

/// <summary>
/// The first start: as long as there is no user, a one-time code from the console makes the administrator. The code is kept as a hash, so a restart prints a new
/// one and the old one is void.
/// </summary>
public sealed class FirstAdministrator(
    PortalDatabase database, ActorDirectory actors, AccountBook accounts, AuditTrail audit, IEnumerable<SetupFollowUp> followUps, AccessOptions options, TimeProvider time, ILogger<FirstAdministrator> logger)
{
    // One for the whole database: two visitors with the code make one administrator.
    private const long LockKey = 0x5365747570;

    private static readonly PortalProblem WrongCode = new(
        "WrongSetupCode", "The set-up code is not right.", "Copy it from the console of the portal; after a restart only the newest one is valid.", Field: "Code");

    private static readonly PortalProblem Done = new("AlreadySetUp", "This portal has been set up already.", "Sign in, or ask an administrator for an account.");

    private volatile bool exists;

    /// <summary>
    /// Called once at start, when database and cloud are there. Makes the configured administrator, or a new set-up code; goes on with a set-up that a crash cut short.
    /// </summary>
    /// <returns>The code to print on the console; null when no set-up is needed.</returns>
    public async Task<string?> PrepareAsync(CancellationToken cancellation = default)
    {
        if (!await IsNeededAsync(cancellation))
        {
            await FollowUpAsync(cancellation);
            return null;
        }

        if (options is { AdministratorEmail: { } email, AdministratorPassword: { } password })
        {
            await MakeAsync(null, email, password, options.SampleWorkspace, cancellation);
            return null;
        }

        var code = SetupCode.Make();
        await using var db = await database.OpenAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO first_start (code_hash) VALUES ({SetupCode.Hash(code)}) ON CONFLICT (id) DO UPDATE SET code_hash = excluded.code_hash", cancellation);
        return code;
    }

    /// <summary>Whether there is no user yet. Once there is one the answer is no for ever, without asking the database.</summary>
    public async ValueTask<bool> IsNeededAsync(CancellationToken cancellation = default)
    {
        if (exists) return false;
        await using var db = await database.OpenAsync(cancellation);
        return !(exists = await db.Users.AnyAsync(cancellation));
    }

    /// <summary>Makes the administrator with the code of the console.</summary>
    /// <exception cref="PortalProblemException">The code is wrong or used, or the e-mail address or the password is refused (Field says which).</exception>
    public Task<Standing> SetUpAsync(string code, string email, string password, bool loadSample, CancellationToken cancellation = default) =>
        MakeAsync(code, email, password, loadSample, cancellation);

    private async Task<Standing> MakeAsync(string? code, string email, string password, bool loadSample, CancellationToken cancellation)
    {
        Guid id;
        await using (var account = accounts.Open())
        {
            await using var transaction = await account.Db.Database.BeginTransactionAsync(cancellation);
            await account.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
            var row = await account.Db.Set<FirstStartRow>().SingleOrDefaultAsync(cancellation);
            if (await account.Db.Users.AnyAsync(cancellation)) throw new PortalProblemException(Done);
            if (code is not null && !(row?.CodeHash is { } hash && SetupCode.Matches(code, hash))) throw new PortalProblemException(WrongCode);
            id = (await account.CreateAsync(email, password, PortalRole.Administrator)).Id;
            if (row is null) account.Db.Add(row = new FirstStartRow());
            (row.CodeHash, row.AdministratorId, row.LoadSample, row.CompletedAt) = (null, id, loadSample, time.GetUtcNow());
            await account.Db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        exists = true;
        var standing = await actors.FindStandingAsync(id, CancellationToken.None) ?? throw new PortalProblemException(Done);
        await audit.WriteAsync(standing.Actor, "setup", standing.Actor.Email, after: new { loadSample, by = code is null ? "configuration" : "set-up code" });
        await FollowUpAsync(CancellationToken.None);
        return standing;
    }

    private async Task FollowUpAsync(CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var row = await db.Set<FirstStartRow>().SingleOrDefaultAsync(candidate => candidate.CompletedAt != null && candidate.FollowedUpAt == null, cancellation);
        if (row?.AdministratorId is not { } id) return;
        try
        {
            if (await actors.FindAsync(id, cancellation) is { } administrator)
            {
                foreach (var followUp in followUps) await followUp.RunAsync(new SetupChoice(administrator, row.LoadSample == true), cancellation);
            }

            row.FollowedUpAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The administrator exists and must get in; what was to follow is tried again at the next start.
            logger.SetupFollowUpFailed(exception);
        }
    }
}
