namespace Amazon.BedrockAgent.Model;

/// <summary>One member that is wrong, and why.</summary>
public class ValidationExceptionField
{
    public string Name { get; set; }

    public string Message { get; set; }
}
