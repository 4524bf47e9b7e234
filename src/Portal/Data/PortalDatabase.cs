using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Data;

/// <summary>The one door to PostgreSQL: a context per unit of work, or the data source where SQL says it better.</summary>
public sealed class PortalDatabase(IDbContextFactory<PortalDb> contexts, NpgsqlDataSource source)
{
    /// <summary>For LISTEN, COPY, SKIP LOCKED and the like.</summary>
    public NpgsqlDataSource Source { get; } = source;

    /// <summary>A context of the caller's own; dispose it soon.</summary>
    public Task<PortalDb> OpenAsync(CancellationToken cancellation = default) => contexts.CreateDbContextAsync(cancellation);
}
