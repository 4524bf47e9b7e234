using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Documents;

/// <summary>An upload on its way, as the journal knows it.</summary>
internal sealed class UploadRecord
{
    public Guid Id { get; set; }

    public Guid ConnectionId { get; set; }

    public Guid TenantId { get; set; }

    public required string Bucket { get; set; }

    public required string Key { get; set; }

    /// <summary>Whether sidecar and document may have been touched; before that there is nothing to take back.</summary>
    public bool Writing { get; set; }

    /// <summary>The sidecar that stood there before; null when there was none.</summary>
    public byte[]? SidecarBefore { get; set; }

    /// <summary>S3's id of the multipart upload.</summary>
    public string? MultipartId { get; set; }

    public Guid StartedBy { get; set; }

    public required string StartedByEmail { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public Guid LeaseOwner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }
}

internal sealed class UploadTables : IEntityTypeConfiguration<UploadRecord>
{
    public void Configure(EntityTypeBuilder<UploadRecord> builder) => builder.ToTable("document_upload");
}
