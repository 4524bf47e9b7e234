using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Aws;
using Portal.Data;

namespace Portal.Settings;

/// <summary>Reads and writes the workspace of a connection.</summary>
public sealed class WorkspaceStore(PortalDatabase database, AuditTrail audit)
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

    /// <summary>Saves it, and writes what changed to the audit.</summary>
    public async Task SaveAsync(Actor actor, Workspace workspace, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ManageSettings);
        await using var db = await database.OpenAsync(cancellation);
        var before = await db.Set<Workspace>().AsNoTracking().FirstOrDefaultAsync(row => row.ConnectionId == workspace.ConnectionId, cancellation);
        if (before is null) db.Add(workspace);
        else db.Update(workspace);
        await db.SaveChangesAsync(cancellation);
        await audit.WriteAsync(actor, "workspace.save", workspace.Bucket, before: before, after: workspace);
    }
}
