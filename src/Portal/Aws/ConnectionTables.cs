using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Aws;

internal sealed class ConnectionTables : IEntityTypeConfiguration<AwsConnection>
{
    public void Configure(EntityTypeBuilder<AwsConnection> builder) => builder.ToTable("connection");
}
