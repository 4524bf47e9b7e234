using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Access;

/// <summary>Reads actors from the database, so that a right taken away is gone at the next call and not at the next sign-in.</summary>
public sealed class ActorDirectory(PortalDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (Standing? Standing, long ReadAt)> recent = new();

    /// <summary>The user as he is now; null when unknown or disabled.</summary>
    public async Task<Actor?> FindAsync(Guid userId, CancellationToken cancellation = default) =>
        userId == Actor.Portal.UserId ? Actor.Portal : (await ReadAsync(userId, cancellation))?.Actor;

    /// <summary>How the user stood at most five seconds ago (at once, when this process changed it); null when unknown or disabled.</summary>
    public async Task<Standing?> FindStandingAsync(Guid userId, CancellationToken cancellation = default)
    {
        if (recent.TryGetValue(userId, out var known) && time.GetElapsedTime(known.ReadAt) <= Recent) return known.Standing;
        var readAt = time.GetTimestamp();
        var standing = await ReadAsync(userId, cancellation);
        recent[userId] = (standing, readAt);
        return standing;
    }

    internal void Forget(Guid userId) => recent.TryRemove(userId, out _);

    private async Task<Standing?> ReadAsync(Guid userId, CancellationToken cancellation)
    {
        await using var db = await database.OpenAsync(cancellation);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == userId && !candidate.Disabled, cancellation);
        if (user is null) return null;
        var tenants = await db.Set<UserTenant>().Where(binding => binding.UserId == userId).Select(binding => binding.TenantId).ToHashSetAsync(cancellation);
        return new Standing(new Actor(user.Id, user.Email ?? "", user.Role, tenants), user.SecurityStamp ?? "");
    }
}
