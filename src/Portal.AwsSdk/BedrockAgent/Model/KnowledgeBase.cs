namespace Amazon.BedrockAgent.Model;

/// <summary>A knowledge base.</summary>
public class KnowledgeBase
{
    public string KnowledgeBaseId { get; set; }

    public string Name { get; set; }

    public string KnowledgeBaseArn { get; set; }

    public string? Description { get; set; }

    public string RoleArn { get; set; }

    public KnowledgeBaseConfiguration KnowledgeBaseConfiguration { get; set; }

    public StorageConfiguration? StorageConfiguration { get; set; }

    public KnowledgeBaseStatus Status { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public List<string>? FailureReasons { get; set; }
}
