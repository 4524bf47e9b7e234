using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Operations;

internal sealed class OperationTables :
    IEntityTypeConfiguration<OperationRecord>, IEntityTypeConfiguration<OperationStepRecord>, IEntityTypeConfiguration<OperationFact>
{
    public void Configure(EntityTypeBuilder<OperationRecord> builder)
    {
        builder.ToTable("operation");
        builder.Property(operation => operation.Status).HasConversion<string>();
        builder.Property(operation => operation.Input).HasColumnType("jsonb");
        builder.Property(operation => operation.Problem).HasColumnType("jsonb");
        builder.HasMany(operation => operation.Steps).WithOne().HasForeignKey(step => step.OperationId);
    }

    public void Configure(EntityTypeBuilder<OperationStepRecord> builder)
    {
        builder.ToTable("operation_step").HasKey(step => new { step.OperationId, step.Number });
        builder.Property(step => step.Status).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<OperationFact> builder) => builder.ToTable("operation_fact").HasKey(fact => new { fact.OperationId, fact.Key });
}
