namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>What to look for.</summary>
public class KnowledgeBaseQuery
{
    public InputImage? Image { get; set; }

    public string? Text { get; set; }

    public KnowledgeBaseQueryType? Type { get; set; }
}

/// <summary>An image to look for.</summary>
public class InputImage
{
    public InputImageFormat Format { get; set; }

    public MemoryStream InlineContent { get; set; }
}
