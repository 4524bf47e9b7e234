using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Tenants;

namespace Portal.Ask.Native;

/// <summary>A conversation that AWS keeps for one tenant and one user.</summary>
public sealed class AskSession
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public required string KnowledgeBaseId { get; set; }

    /// <summary>The tenant's attribute and prefix when it began; with others it is another tenant's memory.</summary>
    public required string Guard { get; set; }

    /// <summary>AWS's id; it never leaves the server.</summary>
    public required string AwsSessionId { get; set; }

    public int Turns { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset LastUsedAt { get; set; }
}

internal sealed class AskSessionTables : IEntityTypeConfiguration<AskSession>
{
    public void Configure(EntityTypeBuilder<AskSession> builder) =>
        builder.ToTable("ask_session").HasKey(session => new { session.TenantId, session.UserId, session.KnowledgeBaseId });
}

/// <summary>
/// Binds conversations to tenant and user. A conversation is memory: reused across tenants it would carry one tenant's context into another's prompt, so its id is
/// looked up here by who asks as whom and is never taken from a browser.
/// </summary>
public sealed class AskSessions(PortalDatabase database, TimeProvider time, ILogger<AskSessions> logger)
{
    /// <summary>The conversation of this user as this tenant; null when there is none.</summary>
    public async Task<AskSession?> FindAsync(TenantScope scope, CancellationToken cancellation = default)
    {
        var knowledgeBase = AskRequests.KnowledgeBaseOf(scope);
        await using var db = await database.OpenAsync(cancellation);
        var session = await db.Set<AskSession>().AsNoTracking().FirstOrDefaultAsync(
            candidate => candidate.TenantId == scope.Tenant.Id && candidate.UserId == scope.Actor.UserId && candidate.KnowledgeBaseId == knowledgeBase, cancellation);
        if (session is null || session.Guard == GuardOf(scope)) return session;
        await ForgetAsync(scope, "the tenant's attribute or prefix has changed", cancellation);
        return null;
    }

    /// <summary>Begins anew with the next question.</summary>
    public async Task ForgetAsync(TenantScope scope, string why = "asked for", CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        var gone = await db.Set<AskSession>().Where(session => session.TenantId == scope.Tenant.Id && session.UserId == scope.Actor.UserId).ExecuteDeleteAsync(cancellation);
        if (gone > 0) logger.SessionForgotten(scope.Tenant.Id, why);
    }

    internal async Task<int> KeepAsync(TenantScope scope, string awsSessionId, CancellationToken cancellation)
    {
        var knowledgeBase = AskRequests.KnowledgeBaseOf(scope);
        var now = time.GetUtcNow();
        await using var db = await database.OpenAsync(cancellation);
        var session = await db.Set<AskSession>().FirstOrDefaultAsync(
            candidate => candidate.TenantId == scope.Tenant.Id && candidate.UserId == scope.Actor.UserId && candidate.KnowledgeBaseId == knowledgeBase, cancellation);
        if (session?.AwsSessionId != awsSessionId)
        {
            if (session is not null) db.Remove(session);
            await db.SaveChangesAsync(cancellation);
            session = new AskSession
            {
                TenantId = scope.Tenant.Id,
                UserId = scope.Actor.UserId,
                KnowledgeBaseId = knowledgeBase,
                Guard = GuardOf(scope),
                AwsSessionId = awsSessionId,
                StartedAt = now,
            };
            db.Add(session);
        }

        session!.Turns++;
        session.LastUsedAt = now;
        await db.SaveChangesAsync(cancellation);
        return session.Turns;
    }

    private static string GuardOf(TenantScope scope) => $"{scope.Attribute.Key}={scope.Attribute.Value} in s3://{scope.Bucket}/{scope.Prefix}";
}
