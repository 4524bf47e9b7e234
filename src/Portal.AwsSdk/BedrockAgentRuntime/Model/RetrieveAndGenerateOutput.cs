namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The answer.</summary>
public class RetrieveAndGenerateOutput
{
    public string Text { get; set; }
}
