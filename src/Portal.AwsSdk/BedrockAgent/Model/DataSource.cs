namespace Amazon.BedrockAgent.Model;

/// <summary>A data source of a knowledge base.</summary>
public class DataSource
{
    public string KnowledgeBaseId { get; set; }

    public string DataSourceId { get; set; }

    public string Name { get; set; }

    public DataSourceStatus Status { get; set; }

    public string? Description { get; set; }

    public DataSourceConfiguration DataSourceConfiguration { get; set; }

    public ServerSideEncryptionConfiguration? ServerSideEncryptionConfiguration { get; set; }

    public VectorIngestionConfiguration? VectorIngestionConfiguration { get; set; }

    /// <summary>Whether vectors are deleted with the data source.</summary>
    public DataDeletionPolicy? DataDeletionPolicy { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public List<string>? FailureReasons { get; set; }
}
