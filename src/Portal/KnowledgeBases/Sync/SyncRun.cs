using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.KnowledgeBases.Sync;

/// <summary>AWS's figures of an ingestion job.</summary>
/// <param name="Scanned">Documents found: new, changed and unchanged.</param>
/// <param name="MetadataScanned">Sidecars found.</param>
/// <param name="New">Documents indexed for the first time.</param>
/// <param name="Modified">Documents indexed again.</param>
/// <param name="MetadataModified">Sidecars changed or deleted.</param>
/// <param name="Deleted">Documents removed from the index.</param>
/// <param name="Failed">Documents that could not be indexed.</param>
/// <param name="Skipped">Documents left out, unsupported ones for instance.</param>
public sealed record SyncStatistics(long Scanned, long MetadataScanned, long New, long Modified, long MetadataModified, long Deleted, long Failed, long Skipped);

/// <summary>One sync of one data source, as AWS last described it.</summary>
public sealed class SyncRun
{
    /// <summary>Status of a run that AWS has not accepted yet.</summary>
    public const string Waiting = "WAITING";

    public Guid OperationId { get; set; }

    public Guid ConnectionId { get; set; }

    public required string KnowledgeBaseId { get; set; }

    public required string DataSourceId { get; set; }

    /// <summary>AWS's ingestion job; null until it was accepted.</summary>
    public string? JobId { get; set; }

    /// <summary>"WAITING", then AWS's own: STARTING, IN_PROGRESS, COMPLETE, FAILED, STOPPING, STOPPED.</summary>
    public required string Status { get; set; }

    /// <summary>What a waiting run waits for, in words that name nobody.</summary>
    public string? WaitsFor { get; set; }

    public SyncStatistics? Statistics { get; set; }

    /// <summary>AWS's words, which name documents of everyone who shares the data source: only for administrators and viewers as they are.</summary>
    public List<string> FailureReasons { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Who asked for a run.</summary>
public sealed class SyncRequest
{
    public long Id { get; set; }

    public Guid OperationId { get; set; }

    /// <summary>For which tenant; null when an administrator asked for the data source as such.</summary>
    public Guid? TenantId { get; set; }

    public Guid UserId { get; set; }

    public required string Email { get; set; }

    public DateTimeOffset RequestedAt { get; set; }
}

internal sealed class SyncTables : IEntityTypeConfiguration<SyncRun>, IEntityTypeConfiguration<SyncRequest>
{
    public void Configure(EntityTypeBuilder<SyncRun> builder)
    {
        builder.ToTable("sync_run").HasKey(run => run.OperationId);
        builder.Property(run => run.Statistics).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<SyncRequest> builder) => builder.ToTable("sync_request");
}
