using Portal.KnowledgeBases.Making;
using Portal.Settings;

namespace Portal.Web.KnowledgeBases;

/// <summary>The kinds of store that the portal makes knowledge bases on.</summary>
public enum StoreKind
{
    OpenSearchServerless,
    Aurora,
    S3Vectors,
}

/// <summary>The form that makes a knowledge base. Its properties bear the specs' names, so that findings reach their fields.</summary>
public sealed class KnowledgeBaseForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? RoleArn { get; set; }

    public string? EmbeddingModelArn { get; set; } = "amazon.titan-embed-text-v2:0";

    public int? Dimensions { get; set; }

    public StoreKind Store { get; set; }

    public string? CollectionArn { get; set; }

    public string? VectorIndexName { get; set; } = "bedrock-knowledge-base-default-index";

    public string? ResourceArn { get; set; }

    public string? CredentialsSecretArn { get; set; }

    public string? DatabaseName { get; set; }

    public string? TableName { get; set; } = "bedrock_integration.bedrock_kb";

    public string? PrimaryKeyField { get; set; } = "id";

    public string? VectorField { get; set; } = "bedrock-knowledge-base-default-vector";

    public string? TextField { get; set; } = "AMAZON_BEDROCK_TEXT_CHUNK";

    public string? MetadataField { get; set; } = "AMAZON_BEDROCK_METADATA";

    public string? CustomMetadataField { get; set; } = "custom_metadata";

    public string? IndexArn { get; set; }

    public string? VectorBucketArn { get; set; }

    public string? IndexName { get; set; }

    public bool WithDataSource { get; set; } = true;

    public DataSourceForm DataSource { get; set; } = new() { Name = "documents" };

    /// <summary>Takes what the workspace knows.</summary>
    public static KnowledgeBaseForm From(Workspace? workspace) => new()
    {
        RoleArn = workspace?.KnowledgeBaseRoleArn,
        EmbeddingModelArn = workspace?.EmbeddingModelId ?? "amazon.titan-embed-text-v2:0",
        DataSource = DataSourceForm.From(workspace),
    };

    /// <summary>Another store has other usual field names.</summary>
    public void Choose(StoreKind store)
    {
        Store = store;
        (VectorField, TextField, MetadataField) = store == StoreKind.Aurora
            ? ("embedding", "chunks", "metadata")
            : ("bedrock-knowledge-base-default-vector", "AMAZON_BEDROCK_TEXT_CHUNK", "AMAZON_BEDROCK_METADATA");
    }

    /// <summary>What the form asks for; what is wrong with it is <see cref="SpecRules"/>' to say.</summary>
    public KnowledgeBasePlan ToPlan() => new(
        new KnowledgeBaseSpec(Text(Name) ?? "", Text(RoleArn) ?? "", Text(EmbeddingModelArn) ?? "", ToStore(), Text(Description), Dimensions),
        WithDataSource ? [DataSource.ToSpec()] : []);

    private VectorStore ToStore() => Store switch
    {
        StoreKind.OpenSearchServerless => new OpenSearchServerlessStore(Text(CollectionArn) ?? "", Text(VectorIndexName) ?? "", Text(VectorField) ?? "", Text(TextField) ?? "", Text(MetadataField) ?? ""),
        StoreKind.Aurora => new AuroraStore(
            Text(ResourceArn) ?? "", Text(CredentialsSecretArn) ?? "", Text(DatabaseName) ?? "", Text(TableName) ?? "", Text(PrimaryKeyField) ?? "", Text(VectorField) ?? "", Text(TextField) ?? "",
            Text(MetadataField) ?? "", Text(CustomMetadataField)),
        _ => new S3VectorsStore(Text(IndexArn), Text(VectorBucketArn), Text(IndexName)),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
