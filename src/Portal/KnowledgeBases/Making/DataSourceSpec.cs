using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;

namespace Portal.KnowledgeBases.Making;

/// <summary>What becomes of the vectors when the data source is deleted.</summary>
public enum DeletionPolicy
{
    /// <summary>They are deleted too.</summary>
    Delete,

    /// <summary>They stay in the store, where they can still be found.</summary>
    Retain,
}

/// <summary>A data source to be made: one S3 prefix.</summary>
/// <param name="Name">1 to 100 letters, digits, and single "_" or "-" after each.</param>
/// <param name="Bucket">The bucket's name; it must be in the knowledge base's Region.</param>
/// <param name="Prefix">The one inclusion prefix, 1 to 300 characters; null for the whole bucket.</param>
/// <param name="Chunking">How documents are cut.</param>
/// <param name="Deletion">What becomes of vectors when it is deleted.</param>
/// <param name="BucketOwnerAccountId">Twelve digits where the bucket belongs to another account.</param>
/// <param name="Description">1 to 200 characters, or null.</param>
public sealed record DataSourceSpec(
    string Name, string Bucket, string? Prefix, Chunking Chunking, DeletionPolicy Deletion = DeletionPolicy.Delete, string? BucketOwnerAccountId = null, string? Description = null)
{
    /// <summary>Amazon Bedrock takes so many data sources per knowledge base (quota L-679D8304).</summary>
    public const int MostPerKnowledgeBase = 5;

    /// <summary>The request as it goes to AWS.</summary>
    public CreateDataSourceRequest ToRequest(string knowledgeBaseId) => new()
    {
        KnowledgeBaseId = knowledgeBaseId,
        Name = Name,
        Description = Description,
        DataDeletionPolicy = Deletion == DeletionPolicy.Retain ? DataDeletionPolicy.RETAIN : DataDeletionPolicy.DELETE,
        DataSourceConfiguration = new()
        {
            Type = DataSourceType.S3,
            S3Configuration = new()
            {
                BucketArn = $"arn:aws:s3:::{Bucket}",
                InclusionPrefixes = Prefix is null ? null : [Prefix],
                BucketOwnerAccountId = string.IsNullOrEmpty(BucketOwnerAccountId) ? null : BucketOwnerAccountId,
            },
        },
        VectorIngestionConfiguration = Chunking.ToConfiguration() is { } chunking ? new() { ChunkingConfiguration = chunking } : null,
    };

    /// <summary>Whether an existing data source covers the same documents.</summary>
    internal bool Covers(DataSource existing) =>
        existing.DataSourceConfiguration.S3Configuration is { } s3
        && s3.BucketArn == $"arn:aws:s3:::{Bucket}"
        && (s3.InclusionPrefixes ?? []).SequenceEqual(Prefix is null ? [] : [Prefix]);
}
