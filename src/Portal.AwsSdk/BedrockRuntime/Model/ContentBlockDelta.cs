using Amazon.Runtime.Documents;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A piece of a content block; exactly one member is set.</summary>
public class ContentBlockDelta
{
    public string? Text { get; set; }

    public ToolUseBlockDelta? ToolUse { get; set; }

    public List<ToolResultBlockDelta>? ToolResult { get; set; }

    public ReasoningContentBlockDelta? ReasoningContent { get; set; }

    public CitationsDelta? Citation { get; set; }
}

/// <summary>A piece of a tool's input.</summary>
public class ToolUseBlockDelta
{
    /// <summary>A piece of the JSON text of the tool's input.</summary>
    public string Input { get; set; }
}

/// <summary>A piece of what a tool answered; exactly one member is set.</summary>
public class ToolResultBlockDelta
{
    public string? Text { get; set; }

    public Document Json { get; set; }
}

/// <summary>A piece of the model's reasoning; exactly one member is set.</summary>
public class ReasoningContentBlockDelta
{
    public string? Text { get; set; }

    public MemoryStream? RedactedContent { get; set; }

    public string? Signature { get; set; }
}

/// <summary>A citation of the text before.</summary>
public class CitationsDelta
{
    public string? Title { get; set; }

    public string? Source { get; set; }

    public List<CitationSourceContentDelta>? SourceContent { get; set; }

    public CitationLocation? Location { get; set; }
}

/// <summary>A piece of cited text.</summary>
public class CitationSourceContentDelta
{
    public string? Text { get; set; }
}
