using Portal.LocalCloud.BedrockAgent.Ingestion;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>AWS's IngestionJob structure; as a summary without failure reasons.</summary>
internal sealed record IngestionJobDetail
{
    public required string KnowledgeBaseId { get; init; }

    public required string DataSourceId { get; init; }

    public required string IngestionJobId { get; init; }

    public string? Description { get; init; }

    public required string Status { get; init; }

    public required IngestionStatistics Statistics { get; init; }

    public IReadOnlyList<string>? FailureReasons { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static IngestionJobDetail Of(IngestionJob job, bool isSummary = false) => new()
    {
        KnowledgeBaseId = job.KnowledgeBaseId,
        DataSourceId = job.DataSourceId,
        IngestionJobId = job.Id,
        Description = job.Description,
        Status = job.Status,
        Statistics = job.Statistics,
        FailureReasons = isSummary || job.FailureReasons.Count == 0 ? null : job.FailureReasons,
        StartedAt = job.StartedAt,
        UpdatedAt = job.UpdatedAt,
    };
}
