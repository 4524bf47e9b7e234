using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;
using Portal.Tenants;

namespace Portal.Settings;

/// <summary>Reads and writes the workspace of a connection.</summary>
public sealed class WorkspaceStore(PortalDatabase database, ConnectionGuard connections, AuditTrail audit)
{
    /// <summary>The workspace.</summary>
    /// <exception cref="PortalProblemException">It has not been set up.</exception>
    public async Task<Workspace> GetAsync(AwsConnection connection, CancellationToken cancellation = default) =>
        await FindAsync(connection, cancellation)
        ?? throw new PortalProblemException(new("NoWorkspace", "The workspace is not set up yet: no bucket is named.", "An administrator names bucket and base prefix on the Settings page."));

    /// <summary>The workspace, or null when it has not been set up.</summary>
    public async Task<Workspace?> FindAsync(AwsConnection connection, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<Workspace>().AsNoTracking().FirstOrDefaultAsync(workspace => workspace.ConnectionId == connection.Id, cancellation);
    }

    /// <summary>Whether tenants exist; then bucket, base prefix and attribute key stay as they are.</summary>
    public async Task<bool> IsInUseAsync(AwsConnection connection, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        return await IsInUseAsync(db, connection.Id, cancellation);
    }

    /// <summary>Saves it, and writes what changed to the audit.</summary>
    /// <exception cref="PortalProblemException">A field is wrong (the problem's Field says which) or can no longer change, or the portal is read-only.</exception>
    public async Task SaveAsync(Actor actor, Workspace workspace, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageSettings);
        if (WorkspaceRules.Check(workspace) is [var first, ..]) throw new PortalProblemException(first);
        await connections.DemandWritableAsync(cancellation);
        await using var db = await database.OpenAsync(cancellation);
        var before = await db.Set<Workspace>().AsNoTracking().FirstOrDefaultAsync(row => row.ConnectionId == workspace.ConnectionId, cancellation);
        if (before is null)
        {
            db.Add(workspace);
        }
        else
        {
            if (Fixed(before, workspace) is { } field && await IsInUseAsync(db, workspace.ConnectionId, cancellation))
                throw new PortalProblemException(new("InUse", "Tenants exist whose documents are named and tagged by this.", "It can be changed only while there is no tenant.", Field: field));
            db.Update(workspace);
        }

        await db.SaveChangesAsync(cancellation);
        await audit.WriteAsync(actor, "workspace.save", workspace.Bucket, before: before, after: workspace);
    }

    private static Task<bool> IsInUseAsync(PortalDb db, Guid connectionId, CancellationToken cancellation) =>
        db.Set<Tenant>().AnyAsync(tenant => tenant.ConnectionId == connectionId, cancellation);

    private static string? Fixed(Workspace before, Workspace after) =>
        before.Bucket != after.Bucket ? nameof(Workspace.Bucket)
        : before.BasePrefix != after.BasePrefix ? nameof(Workspace.BasePrefix)
        : before.AttributeKey != after.AttributeKey ? nameof(Workspace.AttributeKey)
        : null;
}
