using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Data;
using Portal.Diagnostics;
using Portal.Tenants;

namespace Portal.Ask;

/// <summary>Keeps what the re-check withheld. Writing comes before answering: a query whose incidents cannot be written down is not answered.</summary>
public sealed class IncidentLedger(PortalDatabase database, TimeProvider time, ILogger<IncidentLedger> logger)
{
    private static readonly Counter<long> Withheld = PortalTelemetry.Meter.CreateCounter<long>(
        "portal.ask.withheld_chunks", "{chunk}", "Chunks that AWS returned to a tenant's query although they are not the tenant's.");

    /// <summary>Writes the violations of one query down; returns their incidents.</summary>
    internal async Task<IReadOnlyList<Incident>> RecordAsync(
        TenantScope scope, string knowledgeBaseId, string api, IReadOnlyList<ChunkViolation> violations, string? requestId, CancellationToken cancellation)
    {
        if (violations.Count == 0) return [];
        var now = time.GetUtcNow();
        var incidents = violations.Select(violation => new Incident
        {
            Id = Guid.CreateVersion7(),
            At = now,
            ConnectionId = scope.Connection.Id,
            TenantId = scope.Tenant.Id,
            UserId = scope.Actor.UserId,
            Email = scope.Actor.Email,
            KnowledgeBaseId = knowledgeBaseId,
            Api = api,
            Reason = violation.Fault,
            ChunkUri = violation.Uri,
            FoundValue = violation.FoundValue,
            RequestId = requestId,
        }).ToList();
        await using var db = await database.OpenAsync(cancellation);
        db.AddRange(incidents);
        await db.SaveChangesAsync(cancellation);
        Withheld.Add(violations.Count, new KeyValuePair<string, object?>("api", api));
        logger.Withheld(violations.Count, api, scope.Tenant.Id, requestId);
        return incidents;
    }

    /// <summary>The newest incidents, of all tenants or one, newest first: for who sees all tenants.</summary>
    public async Task<IReadOnlyList<Incident>> ListAsync(Actor actor, Guid? tenantId = null, int limit = 100, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadAudit);
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<Incident>().AsNoTracking().Where(incident => tenantId == null || incident.TenantId == tenantId)
            .OrderByDescending(incident => incident.At).ThenByDescending(incident => incident.Id).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(Actor actor, Guid? tenantId = null, CancellationToken cancellation = default)
    {
        actor.Demand(Permission.ReadAudit);
        await using var db = await database.OpenAsync(cancellation);
        return await db.Set<Incident>().CountAsync(incident => tenantId == null || incident.TenantId == tenantId, cancellation);
    }
}
