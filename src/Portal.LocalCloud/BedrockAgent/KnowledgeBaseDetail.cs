using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>AWS's KnowledgeBase structure.</summary>
internal sealed record KnowledgeBaseDetail
{
    public required string KnowledgeBaseId { get; init; }

    public required string Name { get; init; }

    public required string KnowledgeBaseArn { get; init; }

    public string? Description { get; init; }

    public required string RoleArn { get; init; }

    public required JsonElement KnowledgeBaseConfiguration { get; init; }

    public JsonElement? StorageConfiguration { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<string>? FailureReasons { get; init; }

    public static KnowledgeBaseDetail Of(KnowledgeBase knowledgeBase, string arn) => new()
    {
        KnowledgeBaseId = knowledgeBase.Id,
        Name = knowledgeBase.Name,
        KnowledgeBaseArn = arn,
        Description = knowledgeBase.Description,
        RoleArn = knowledgeBase.RoleArn,
        KnowledgeBaseConfiguration = knowledgeBase.Configuration,
        StorageConfiguration = knowledgeBase.Storage,
        Status = knowledgeBase.Status,
        CreatedAt = knowledgeBase.CreatedAt,
        UpdatedAt = knowledgeBase.UpdatedAt,
        FailureReasons = knowledgeBase.FailureReasons.Count == 0 ? null : knowledgeBase.FailureReasons,
    };
}

/// <summary>AWS's DataSource structure.</summary>
internal sealed record DataSourceDetail
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public string? Description { get; init; }

    public required JsonElement DataSourceConfiguration { get; init; }

    public JsonElement? ServerSideEncryptionConfiguration { get; init; }

    public JsonElement? VectorIngestionConfiguration { get; init; }

    public string? DataDeletionPolicy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<string>? FailureReasons { get; init; }

    public static DataSourceDetail Of(DataSource source) => new()
    {
        KnowledgeBaseId = source.KnowledgeBaseId,
        DataSourceId = source.Id,
        Name = source.Name,
        Status = source.Status,
        Description = source.Description,
        DataSourceConfiguration = source.Configuration,
        ServerSideEncryptionConfiguration = source.Encryption,
        VectorIngestionConfiguration = source.Ingestion,
        DataDeletionPolicy = source.DeletionPolicy,
        CreatedAt = source.CreatedAt,
        UpdatedAt = source.UpdatedAt,
        FailureReasons = source.FailureReasons.Count == 0 ? null : source.FailureReasons,
    };
}
