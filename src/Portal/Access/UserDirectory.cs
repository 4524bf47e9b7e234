using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Access;

/// <summary>One user as the list shows him.</summary>
/// <param name="Id">His id.</param>
/// <param name="Email">Sign-in name.</param>
/// <param name="Role">What he may do.</param>
/// <param name="TenantIds">Tenants that an operator is bound to.</param>
/// <param name="Disabled">Whether he cannot sign in.</param>
/// <param name="CreatedAt">When he was added.</param>
/// <param name="LastSignInAt">When he last signed in; null for never.</param>
public sealed record UserRow(
    Guid Id, string Email, PortalRole Role, IReadOnlyList<Guid> TenantIds, bool Disabled, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt);

/// <summary>Administrators' work on users. Every change is audited with before and after, and counts for open pages within seconds.</summary>
public sealed class UserDirectory(PortalDatabase database, AccountBook accounts, ActorDirectory actors, AuditTrail audit)
{
    // Changes of rights one after the other, so that two administrators cannot demote each other at the same moment.
    private const long LockKey = 0x5573657273;

    private static readonly PortalProblem LastAdministrator = new(
        "LastAdministrator", "This is the last administrator who can sign in.", "Make another user an administrator first.");

    /// <summary>All users by e-mail address.</summary>
    public async Task<IReadOnlyList<UserRow>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers);
        await using var db = await database.OpenAsync(cancellation);
        var bindings = (await db.Set<UserTenant>().AsNoTracking().ToListAsync(cancellation)).ToLookup(binding => binding.UserId, binding => binding.TenantId);
        var users = await db.Users.AsNoTracking().OrderBy(user => user.NormalizedEmail).ToListAsync(cancellation);
        return [.. users.Select(user => Row(user, bindings[user.Id]))];
    }

    /// <summary>Adds a user who can sign in at once.</summary>
    /// <returns>His id.</returns>
    /// <exception cref="PortalProblemException">The address is taken or none, the password is refused, or an operator has no tenant.</exception>
    public async Task<Guid> AddAsync(Actor actor, string email, string password, PortalRole role, IReadOnlyCollection<Guid> tenantIds, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers);
        var tenants = Bound(role, tenantIds);
        UserRow row;
        await using (var account = accounts.Open())
        {
            await using var transaction = await account.Db.Database.BeginTransactionAsync(cancellation);
            await DemandTenantsAsync(account.Db, tenants, cancellation);
            var user = await account.CreateAsync(email, password, role);
            account.Db.AddRange(tenants.Select(tenant => new UserTenant { UserId = user.Id, TenantId = tenant }));
            await account.Db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            row = Row(user, tenants);
        }

        await audit.WriteAsync(actor, "user.add", row.Email, after: Facts(row));
        return row.Id;
    }

    /// <summary>Gives a user a role, and as an operator his tenants. His sign-in stays valid; open pages begin anew with the new rights.</summary>
    /// <exception cref="PortalProblemException">He is the last administrator, or an operator without tenants.</exception>
    public Task ChangeRightsAsync(Actor actor, Guid userId, PortalRole role, IReadOnlyCollection<Guid> tenantIds, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageUsers);
        var tenants = Bound(role, tenantIds);
        return ChangeAsync(actor, userId, "user.change", async (account, user) =>
        {
            await DemandTenantsAsync(account.Db, tenants, cancellation);
            user.Role = role;
            var bindings = account.Db.Set<UserTenant>();
            var former = await bindings.Where(binding => binding.UserId == userId).ToListAsync(cancellation);
            bindings.RemoveRange(former.Where(binding => !tenants.Contains(binding.TenantId)));
            bindings.AddRange(tenants.Except(former.Select(binding => binding.TenantId)).Select(tenant => new UserTenant { UserId = userId, TenantId = tenant }));
            AccountPage.Demand(await account.Users.UpdateAsync(user));
        }, cancellation);
    }

    /// <summary>Shuts a user out, from open pages too, or lets him in again.</summary>
    /// <exception cref="PortalProblemException">He is the last administrator.</exception>
    public Task SetDisabledAsync(Actor actor, Guid userId, bool disabled, CancellationToken cancellation = default) =>
        ChangeAsync(actor, userId, disabled ? "user.disable" : "user.enable", async (account, user) =>
        {
            user.Disabled = disabled;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            // Writes the row, and voids every sign-in made so far.
            AccountPage.Demand(await account.Users.UpdateSecurityStampAsync(user));
        }, cancellation);

    /// <summary>Gives a user another password; his sign-ins end.</summary>
    /// <exception cref="PortalProblemException">The password is refused.</exception>
    public Task SetPasswordAsync(Actor actor, Guid userId, string password, CancellationToken cancellation = default) =>
        ChangeAsync(actor, userId, "user.password", async (account, user) =>
        {
            AccountPage.Demand(await new PasswordRules().ValidateAsync(account.Users, user, password));
            user.PasswordHash = account.Users.PasswordHasher.HashPassword(user, password);
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            AccountPage.Demand(await account.Users.UpdateSecurityStampAsync(user));
        }, cancellation);

    private async Task ChangeAsync(Actor actor, Guid userId, string action, Func<AccountPage, PortalUser, Task> change, CancellationToken cancellation)
    {
        actor.Demand(Permission.ManageUsers);
        UserRow before, after;
        await using (var account = accounts.Open())
        {
            await using var transaction = await account.Db.Database.BeginTransactionAsync(cancellation);
            await account.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
            var user = await account.Users.FindByIdAsync(userId.ToString("D")) ?? throw new PortalProblemException(PortalProblem.NotFound("user"));
            before = Row(user, await TenantsAsync(account.Db, userId, cancellation));
            await change(account, user);
            await account.Db.SaveChangesAsync(cancellation);
            if (!await account.Db.Users.AnyAsync(row => row.Role == PortalRole.Administrator && !row.Disabled, cancellation))
                throw new PortalProblemException(LastAdministrator);
            after = Row(user, await TenantsAsync(account.Db, userId, cancellation));
            await transaction.CommitAsync(cancellation);
        }

        actors.Forget(userId);
        await audit.WriteAsync(actor, action, after.Email, before: Facts(before), after: Facts(after));
    }

    private static Guid[] Bound(PortalRole role, IReadOnlyCollection<Guid> tenantIds)
    {
        if (role != PortalRole.Operator) return [];
        if (tenantIds.Count > 0) return [.. tenantIds.Distinct()];
        throw new PortalProblemException(new("NoTenant", "An operator works in tenants, and none is chosen.", "Choose at least one tenant.", Field: "Tenants"));
    }

    private static async Task DemandTenantsAsync(PortalDb db, Guid[] tenantIds, CancellationToken cancellation)
    {
        if (await db.Set<Tenants.Tenant>().CountAsync(tenant => tenantIds.Contains(tenant.Id), cancellation) != tenantIds.Length)
            throw new PortalProblemException(PortalProblem.NotFound("tenant") with { Field = "Tenants" });
    }

    private static async Task<Guid[]> TenantsAsync(PortalDb db, Guid userId, CancellationToken cancellation) =>
        await db.Set<UserTenant>().AsNoTracking().Where(binding => binding.UserId == userId).Select(binding => binding.TenantId).ToArrayAsync(cancellation);

    private static object Facts(UserRow row) => new { role = row.Role.ToString(), row.TenantIds, row.Disabled };

    private static UserRow Row(PortalUser user, IEnumerable<Guid> tenants) =>
        new(user.Id, user.Email ?? "", user.Role, [.. tenants.Order()], user.Disabled, user.CreatedAt, user.LastSignInAt);
}
