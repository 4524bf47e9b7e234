using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Access;

/// <summary>Reads actors from the database, so that a right taken away is gone at the next call and not at the next sign-in.</summary>
public sealed class ActorDirectory(PortalDatabase database)
{
    /// <summary>The user as he is now; null when unknown or disabled.</summary>
    public async Task<Actor?> FindAsync(Guid userId, CancellationToken cancellation = default)
    {
        if (userId == Actor.Portal.UserId) return Actor.Portal;
        await using var db = await database.OpenAsync(cancellation);
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Id == userId && !candidate.Disabled, cancellation);
        if (user is null) return null;
        var tenants = await db.Set<UserTenant>().Where(binding => binding.UserId == userId).Select(binding => binding.TenantId).ToHashSetAsync(cancellation);
        return new Actor(user.Id, user.Email ?? "", user.Role, tenants);
    }
}
