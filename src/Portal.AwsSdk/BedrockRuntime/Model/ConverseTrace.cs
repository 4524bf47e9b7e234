namespace Amazon.BedrockRuntime.Model;

/// <summary>How the call was routed.</summary>
public class ConverseTrace
{
    public PromptRouterTrace? PromptRouter { get; set; }
}
