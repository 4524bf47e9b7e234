using System.ComponentModel.DataAnnotations;
using Portal.Settings;

namespace Portal.Web.Settings;

/// <summary>The workspace as it is typed. Properties are named like those of <see cref="Workspace"/>, so that problems find their fields.</summary>
public sealed class WorkspaceForm
{
    [Required(ErrorMessage = "Name the bucket of the documents.")]
    public string? Bucket { get; set; }

    [Required(ErrorMessage = "Name the folder that tenants' folders lie in, such as customer-data/.")]
    public string? BasePrefix { get; set; } = "customer-data/";

    [Required(ErrorMessage = "Name the metadata attribute that says whose a document is.")]
    public string? AttributeKey { get; set; } = "customer";

    public string? KnowledgeBaseId { get; set; }

    public string? KnowledgeBaseRoleArn { get; set; }

    public string? EmbeddingModelId { get; set; }

    public string? AnswerModelId { get; set; }

    public static WorkspaceForm Of(Workspace? workspace) => workspace is null ? new() : new()
    {
        Bucket = workspace.Bucket,
        BasePrefix = workspace.BasePrefix,
        AttributeKey = workspace.AttributeKey,
        KnowledgeBaseId = workspace.KnowledgeBaseId,
        KnowledgeBaseRoleArn = workspace.KnowledgeBaseRoleArn,
        EmbeddingModelId = workspace.EmbeddingModelId,
        AnswerModelId = workspace.AnswerModelId,
    };

    public Workspace ToWorkspace(Guid connectionId) => new()
    {
        ConnectionId = connectionId,
        Bucket = Bucket?.Trim() ?? "",
        BasePrefix = WithSlash(BasePrefix?.Trim() ?? ""),
        AttributeKey = AttributeKey?.Trim() ?? "",
        KnowledgeBaseId = Filled(KnowledgeBaseId),
        KnowledgeBaseRoleArn = Filled(KnowledgeBaseRoleArn),
        EmbeddingModelId = Filled(EmbeddingModelId),
        AnswerModelId = Filled(AnswerModelId),
    };

    private static string WithSlash(string prefix) => prefix.Length == 0 || prefix.EndsWith('/') ? prefix : prefix + "/";

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
