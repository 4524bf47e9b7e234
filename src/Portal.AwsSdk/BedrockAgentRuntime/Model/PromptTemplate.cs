namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>The prompt, with placeholders such as $search_results$.</summary>
public class PromptTemplate
{
    public string? TextPromptTemplate { get; set; }
}
