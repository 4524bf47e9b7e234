using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>A knowledge base as it is kept. <paramref name="Configuration"/> and <paramref name="Storage"/> are as they were sent.</summary>
internal sealed record KnowledgeBase(
    string Id,
    string Name,
    string? Description,
    string RoleArn,
    string Type,
    JsonElement Configuration,
    string? StorageType,
    JsonElement? Storage,
    string Status,
    IReadOnlyList<string> FailureReasons,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>A data source of a knowledge base.</summary>
internal sealed record DataSource(
    string Id,
    string KnowledgeBaseId,
    string Name,
    string? Description,
    string Type,
    JsonElement Configuration,
    JsonElement? Encryption,
    JsonElement? Ingestion,
    string DeletionPolicy,
    string Status,
    IReadOnlyList<string> FailureReasons,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>Bucket and prefix of an S3 source, else null.</summary>
    public (string Bucket, string Prefix, string? Owner)? Place
    {
        get
        {
            if (Type != "S3" || !Configuration.TryGetProperty("s3Configuration", out var s3)) return null;
            var bucket = s3.GetProperty("bucketArn").GetString()!.Split(":::")[1];
            var prefix = s3.TryGetProperty("inclusionPrefixes", out var prefixes) ? prefixes[0].GetString()! : "";
            return (bucket, prefix, s3.TryGetProperty("bucketOwnerAccountId", out var owner) ? owner.GetString() : null);
        }
    }
}
