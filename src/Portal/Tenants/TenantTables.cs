using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Tenants;

internal sealed class TenantTables : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenant");
        builder.Property(tenant => tenant.State).HasConversion<string>();
        builder.Property(tenant => tenant.Sharing).HasConversion<string>();
        builder.Property(tenant => tenant.Schema).HasColumnType("jsonb");
        builder.Property(tenant => tenant.SlugFolded);
        builder.Property(tenant => tenant.PrefixFolded);
        builder.Property(tenant => tenant.AttributeValueFolded);
    }
}
