namespace Amazon.BedrockRuntime.Model;

/// <summary>Which model a prompt router chose.</summary>
public class PromptRouterTrace
{
    public string? InvokedModelId { get; set; }
}
