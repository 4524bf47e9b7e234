namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The KMS key of the session.</summary>
public class RetrieveAndGenerateSessionConfiguration
{
    public string KmsKeyArn { get; set; }
}
