using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Ask;

/// <summary>One chunk that AWS returned to a tenant's query although it is not the tenant's. Evidence: appended, never changed, without the chunk's text.</summary>
public sealed class Incident
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid ConnectionId { get; set; }

    /// <summary>The tenant that was asked as.</summary>
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public required string Email { get; set; }

    public required string KnowledgeBaseId { get; set; }

    /// <summary>"Retrieve" or "RetrieveAndGenerate".</summary>
    public required string Api { get; set; }

    public ChunkFault Reason { get; set; }

    public string? ChunkUri { get; set; }

    /// <summary>The value that the tenant attribute had instead.</summary>
    public string? FoundValue { get; set; }

    /// <summary>AWS's request id, to find the call in CloudTrail.</summary>
    public string? RequestId { get; set; }
}

internal sealed class IncidentTables : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("isolation_incident");
        builder.Property(incident => incident.Reason).HasConversion<string>();
    }
}
