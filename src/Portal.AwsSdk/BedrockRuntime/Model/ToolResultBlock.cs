using Amazon.Runtime.Documents;

namespace Amazon.BedrockRuntime.Model;

/// <summary>What a tool answered.</summary>
public class ToolResultBlock
{
    public string ToolUseId { get; set; }

    public List<ToolResultContentBlock>? Content { get; set; }

    public ToolResultStatus? Status { get; set; }

    public string? Type { get; set; }
}

/// <summary>A piece of what a tool answered; exactly one member is set.</summary>
public class ToolResultContentBlock
{
    public Document Json { get; set; }

    public string? Text { get; set; }

    public ImageBlock? Image { get; set; }

    public DocumentBlock? Document { get; set; }

    public SearchResultBlock? SearchResult { get; set; }
}
