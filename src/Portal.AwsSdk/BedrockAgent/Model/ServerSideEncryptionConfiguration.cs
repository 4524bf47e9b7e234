namespace Amazon.BedrockAgent.Model;

/// <summary>The KMS key that encrypts data of the service.</summary>
public class ServerSideEncryptionConfiguration
{
    public string? KmsKeyArn { get; set; }
}
