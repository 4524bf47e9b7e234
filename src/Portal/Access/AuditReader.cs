using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Access;

/// <summary>Reads the audit for who may: everything for administrators and viewers, an operator's own tenants for him.</summary>
public sealed class AuditReader(PortalDatabase database)
{
    /// <summary>The newest entries, newest first.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="tenantId">Only those of this tenant.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<AuditEntry>> NewestAsync(Actor actor, int limit, Guid? tenantId = null, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (!actor.May(Permission.ReadAudit))
        {
            var mine = actor.TenantIds.ToArray();
            entries = entries.Where(entry => entry.TenantId != null && mine.Contains(entry.TenantId.Value));
        }

        if (tenantId is { } one) entries = entries.Where(entry => entry.TenantId == one);
        return await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(limit).ToListAsync(cancellation);
    }
}
