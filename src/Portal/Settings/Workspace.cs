using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Settings;

/// <summary>Where tenants live on a connection.</summary>
public sealed class Workspace
{
    /// <summary>The connection it belongs to; one workspace per connection.</summary>
    public Guid ConnectionId { get; set; }

    /// <summary>The one bucket of all tenants' documents.</summary>
    public required string Bucket { get; set; }

    /// <summary>Ends with "/"; every tenant's prefix begins with it.</summary>
    public string BasePrefix { get; set; } = "customer-data/";

    /// <summary>The metadata attribute that says whose a chunk is.</summary>
    public string AttributeKey { get; set; } = "customer";

    /// <summary>The knowledge base that tenants share; null until one is made or chosen.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>The service role of knowledge bases that the portal creates.</summary>
    public string? KnowledgeBaseRoleArn { get; set; }

    /// <summary>Embedding model of knowledge bases that the portal creates.</summary>
    public string? EmbeddingModelId { get; set; }

    /// <summary>Model or inference profile that answers questions.</summary>
    public string? AnswerModelId { get; set; }
}

internal sealed class WorkspaceTables : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> builder) => builder.ToTable("workspace").HasKey(workspace => workspace.ConnectionId);
}
