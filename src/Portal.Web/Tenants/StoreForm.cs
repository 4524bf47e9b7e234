using Portal.KnowledgeBases.Making;
using Portal.Settings;

namespace Portal.Web.Tenants;

/// <summary>A knowledge base of a tenant's own, to be made with its onboarding.</summary>
public sealed class StoreForm
{
    public string? Name { get; set; }

    public string? RoleArn { get; set; }

    public string? EmbeddingModelArn { get; set; }

    public string Kind { get; set; } = "S3_VECTORS";

    public string? IndexArn { get; set; }

    public string? CollectionArn { get; set; }

    public string? VectorIndexName { get; set; }

    public void Take(Workspace workspace)
    {
        RoleArn ??= workspace.KnowledgeBaseRoleArn;
        EmbeddingModelArn ??= workspace.EmbeddingModelId;
    }

    public KnowledgeBaseSpec ToSpec() => new(
        Name?.Trim() ?? "", RoleArn?.Trim() ?? "", EmbeddingModelArn?.Trim() ?? "",
        Kind == "S3_VECTORS" ? new S3VectorsStore(IndexArn?.Trim() ?? "") : new OpenSearchServerlessStore(CollectionArn?.Trim() ?? "", VectorIndexName?.Trim() ?? ""));
}
