namespace Amazon.BedrockRuntime.Model;

/// <summary>The guardrail to apply to a stream.</summary>
public class GuardrailStreamConfiguration
{
    public string? GuardrailIdentifier { get; set; }

    public string? GuardrailVersion { get; set; }

    public GuardrailTrace? Trace { get; set; }

    public GuardrailStreamProcessingMode? StreamProcessingMode { get; set; }
}
