namespace Amazon.BedrockAgent.Model;

/// <summary>An S3 object, in this or another account.</summary>
public class CustomS3Location
{
    public string Uri { get; set; }

    /// <summary>The account that owns the bucket, when it is another one.</summary>
    public string? BucketOwnerAccountId { get; set; }
}
