using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Access;

internal sealed class AccessTables :
    IEntityTypeConfiguration<PortalUser>, IEntityTypeConfiguration<UserTenant>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<FirstStartRow>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("portal_user");
        builder.Property(user => user.Role).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<UserTenant> builder) => builder.ToTable("user_tenant").HasKey(binding => new { binding.UserId, binding.TenantId });

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.Property(entry => entry.Before).HasColumnType("jsonb");
        builder.Property(entry => entry.After).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<FirstStartRow> builder) => builder.ToTable("first_start").HasKey(row => row.Id);

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_login");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_token");
}
