using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Access;

/// <summary>
/// Checks e-mail and password. Whether there is such a user cannot be told from the answer nor from its time; five wrong passwords in a row close the account
/// for five minutes.
/// </summary>
public sealed class SignInDesk(PortalDatabase database, ActorDirectory actors, AuditTrail audit, IPasswordHasher<PortalUser> hasher, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>So many wrong passwords in a row close the account.</summary>
    public const int MostFailures = 5;

    /// <summary>For how long.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(5);

    private static readonly PortalUser Nobody = new();

    private static readonly PortalProblem Refused = new(
        "SignInRefused", "The e-mail address or the password is not right.", $"Check both. After {MostFailures} wrong passwords in a row an account is closed for {LockOut.TotalMinutes:0} minutes.");

    private static readonly PortalProblem IsDisabled = new("AccountDisabled", "This account is disabled.", "Ask an administrator to enable it.");

    // Verified for users that do not exist, so that the answer takes as long.
    private readonly string decoy = hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The user, signed in.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed; never kept.</param>
    /// <param name="address">Where the attempt comes from, for the audit.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="PortalProblemException">Refused: unknown, wrong, closed (one sentence for all three), or disabled (told only to who knows the password).</exception>
    public async Task<Standing> SignInAsync(string email, string password, string? address, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        var name = normalizer.NormalizeName(email.Trim());
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.NormalizedUserName == name, cancellation);
        var open = user is not null && await CountAttemptAsync(db, user.Id, cancellation);
        var right = IsRight(user, password) && user is not null;
        if (!open || !right)
        {
            await RecordFailureAsync(user, user is null ? "unknown user" : open ? "wrong password" : "closed after wrong passwords", address);
            throw new PortalProblemException(Refused);
        }

        if (user!.Disabled)
        {
            await RecordFailureAsync(user, "disabled", address);
            throw new PortalProblemException(IsDisabled);
        }

        var now = time.GetUtcNow();
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null).SetProperty(row => row.LastSignInAt, now), cancellation);
        actors.Forget(user.Id);
        var standing = await actors.FindStandingAsync(user.Id, cancellation) ?? throw new PortalProblemException(IsDisabled);
        await audit.WriteAsync(standing.Actor, "sign-in", standing.Actor.Email, after: new { address });
        return standing;
    }

    /// <summary>Writes down that the user signed out.</summary>
    public async Task SignOutAsync(Guid userId, CancellationToken cancellation = default)
    {
        if (await actors.FindAsync(userId, cancellation) is { } actor) await audit.WriteAsync(actor, "sign-out", actor.Email);
    }

    private bool IsRight(PortalUser? user, string password) =>
        password.Length <= PasswordRules.MostLength
        && hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? decoy, password) != PasswordVerificationResult.Failed;

    /// <summary>
    /// Counts the attempt before the password is looked at, in one statement: guesses made at the same time cannot all slip through before the first is counted.
    /// </summary>
    /// <returns>Whether the account is open.</returns>
    private async Task<bool> CountAttemptAsync(PortalDb db, Guid userId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + LockOut;
        return await db.Users.Where(row => row.Id == userId && (row.LockoutEnd == null || row.LockoutEnd <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= MostFailures ? 0 : row.AccessFailedCount + 1)
                .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= MostFailures ? until : null),
            cancellation) == 1;
    }

    private Task RecordFailureAsync(PortalUser? user, string reason, string? address)
    {
        // What was typed for an unknown user may be anything, even a password in the wrong field: it is not written down.
        var actor = user is null ? new Actor(Guid.Empty, "", PortalRole.Viewer, new HashSet<Guid>()) : new Actor(user.Id, user.Email ?? "", user.Role, new HashSet<Guid>());
        return audit.WriteAsync(actor, "sign-in.refused", user?.Email ?? "unknown user", after: new { reason, address });
    }
}
