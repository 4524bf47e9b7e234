namespace Amazon.BedrockRuntime.Model;

/// <summary>An S3 object.</summary>
public class S3Location
{
    public string Uri { get; set; }

    public string? BucketOwner { get; set; }
}
