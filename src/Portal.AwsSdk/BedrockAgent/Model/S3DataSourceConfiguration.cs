namespace Amazon.BedrockAgent.Model;

/// <summary>A bucket, or the part of it below a prefix.</summary>
public class S3DataSourceConfiguration
{
    public string BucketArn { get; set; }

    /// <summary>One prefix at most; without it the whole bucket is read.</summary>
    public List<string>? InclusionPrefixes { get; set; }

    /// <summary>The account that owns the bucket, when it is another one.</summary>
    public string? BucketOwnerAccountId { get; set; }
}
