namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The guardrail to apply.</summary>
public class GuardrailConfiguration
{
    public string GuardrailId { get; set; }

    public string GuardrailVersion { get; set; }
}
