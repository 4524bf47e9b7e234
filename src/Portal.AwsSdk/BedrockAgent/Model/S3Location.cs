namespace Amazon.BedrockAgent.Model;

/// <summary>An S3 object or prefix.</summary>
public class S3Location
{
    public string Uri { get; set; }
}
