namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The question.</summary>
public class RetrieveAndGenerateInput
{
    public string Text { get; set; }
}
