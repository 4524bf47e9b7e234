using System.Text.Json;
using Portal.Aws;
using Portal.Data;

namespace Portal.Access;

/// <summary>Who did what to which tenant, appended and never changed. The database refuses UPDATE and DELETE on the table.</summary>
public sealed class AuditTrail(PortalDatabase database, TimeProvider time)
{
    /// <summary>Writes one entry, whatever becomes of the caller: what was done must be written down. AWS request ids come from the calls that <paramref name="calls"/> recorded.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">Verb and noun, dotted: "document.upload".</param>
    /// <param name="subject">What it was done to: a key, an id.</param>
    /// <param name="tenantId">Whose it was; null for what belongs to no tenant.</param>
    /// <param name="before">State before, serialised as JSON; never document content or credentials.</param>
    /// <param name="after">State after, likewise.</param>
    /// <param name="calls">The AWS calls it took.</param>
    public async Task WriteAsync(
        Actor actor, string action, string subject, Guid? tenantId = null, object? before = null, object? after = null, AwsCallLog? calls = null)
    {
        await using var db = await database.OpenAsync(CancellationToken.None);
        db.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            UserId = actor.UserId,
            Email = actor.Email,
            Action = action,
            Subject = subject,
            TenantId = tenantId,
            Before = before is null ? null : JsonSerializer.Serialize(before, JsonSerializerOptions.Web),
            After = after is null ? null : JsonSerializer.Serialize(after, JsonSerializerOptions.Web),
            AwsRequestIds = calls?.RequestIds.ToArray() ?? [],
        });
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
