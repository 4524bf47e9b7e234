using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>Finds tenants for an actor, and makes the scopes that everything else asks for.</summary>
public sealed class TenantDirectory(PortalDatabase database, ConnectionGuard connections, WorkspaceStore workspaces)
{
    /// <summary>The tenants that the actor may know of, by name.</summary>
    public async Task<IReadOnlyList<Tenant>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadTenant);
        await using var db = await database.OpenAsync(cancellation);
        return await Visible(db, actor).OrderBy(tenant => tenant.Name).ToListAsync(cancellation);
    }

    /// <summary>The scope of one tenant, for an actor who has this right to it.</summary>
    /// <exception cref="PortalProblemException">
    /// NotFound when there is no such tenant or the actor may not know of it (the same words, so that names cannot be guessed); Forbidden when he lacks this right;
    /// a refusal when the tenant is suspended and the right is one that changes or asks.
    /// </exception>
    public async Task<TenantScope> ScopeAsync(Actor actor, string slug, Permission permission, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await ScopeAsync(actor, await Visible(db, actor).FirstOrDefaultAsync(tenant => tenant.Slug == slug, cancellation), permission, cancellation);
    }

    /// <summary>The same by id.</summary>
    public async Task<TenantScope> ScopeAsync(Actor actor, Guid tenantId, Permission permission, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await ScopeAsync(actor, await Visible(db, actor).FirstOrDefaultAsync(tenant => tenant.Id == tenantId, cancellation), permission, cancellation);
    }

    private async Task<TenantScope> ScopeAsync(Actor actor, Tenant? tenant, Permission permission, CancellationToken cancellation)
    {
        if (tenant is null) throw new PortalProblemException(PortalProblem.NotFound("tenant"));
        actor.Demand(permission, tenant.Id);
        if (tenant.State == TenantState.Suspended && permission is (Permission.WriteDocuments or Permission.AskAsTenant or Permission.SyncTenant))
            throw new PortalProblemException(new("TenantSuspended", $"{tenant.Name} is suspended: nothing is uploaded, synced or asked.", "An administrator can make it active again on its settings page."));
        if (tenant.State == TenantState.Onboarding && permission is (Permission.WriteDocuments or Permission.AskAsTenant or Permission.SyncTenant))
            throw new PortalProblemException(new("TenantOnboarding", $"{tenant.Name} is still being onboarded.", "Wait for its onboarding operation; if it has failed, resume or undo it on the Operations page."));
        var connection = await connections.CurrentAsync(cancellation);
        return new TenantScope(actor, tenant, connection, await workspaces.GetAsync(connection, cancellation));
    }

    private static IQueryable<Tenant> Visible(PortalDb db, Actor actor)
    {
        var all = db.Set<Tenant>().AsNoTracking();
        if (actor.SeesAllTenants) return all;
        var mine = actor.TenantIds.ToArray();
        return all.Where(tenant => mine.Contains(tenant.Id));
    }
}
