using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Access;

namespace Portal.Data;

/// <summary>
/// The portal's tables. Capabilities bring their own entities by <see cref="IEntityTypeConfiguration{TEntity}"/> beside them; the schema itself is the
/// numbered SQL in Migrations, and names follow from the properties (TenantId → tenant_id).
/// </summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.GetColumnName()));
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}
