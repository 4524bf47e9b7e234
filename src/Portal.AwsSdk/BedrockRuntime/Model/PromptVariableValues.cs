namespace Amazon.BedrockRuntime.Model;

/// <summary>The value of a variable of a managed prompt; exactly one member is set.</summary>
public class PromptVariableValues
{
    public string? Text { get; set; }
}
