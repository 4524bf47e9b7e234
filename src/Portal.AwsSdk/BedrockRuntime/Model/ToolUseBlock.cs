using Amazon.Runtime.Documents;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The model asks for a tool.</summary>
public class ToolUseBlock
{
    public string ToolUseId { get; set; }

    public string Name { get; set; }

    /// <summary>The tool's input, by the tool's schema.</summary>
    public Document Input { get; set; }

    public ToolUseType? Type { get; set; }
}
