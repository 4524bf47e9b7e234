namespace Amazon.BedrockAgent.Model;

/// <summary>A document of an S3 data source.</summary>
public class S3Content
{
    public S3Location S3Location { get; set; }
}
