using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A content block begins; text blocks may begin without it.</summary>
public class ContentBlockStartEvent : IEventStreamEvent
{
    public ContentBlockStart Start { get; set; }

    public int? ContentBlockIndex { get; set; }
}

/// <summary>What kind of content block begins; exactly one member is set.</summary>
public class ContentBlockStart
{
    public ToolUseBlockStart? ToolUse { get; set; }

    public ToolResultBlockStart? ToolResult { get; set; }
}

/// <summary>The model begins to ask for a tool.</summary>
public class ToolUseBlockStart
{
    public string ToolUseId { get; set; }

    public string Name { get; set; }

    public ToolUseType? Type { get; set; }
}

/// <summary>What a tool of the service answered begins.</summary>
public class ToolResultBlockStart
{
    public string ToolUseId { get; set; }

    public string? Type { get; set; }

    public ToolResultStatus? Status { get; set; }
}
