namespace Amazon.BedrockRuntime.Model;

/// <summary>How the model came to its answer; exactly one member is set.</summary>
public class ReasoningContentBlock
{
    public ReasoningTextBlock? ReasoningText { get; set; }

    public MemoryStream? RedactedContent { get; set; }
}

/// <summary>The model's reasoning, with the signature that a later turn must give back.</summary>
public class ReasoningTextBlock
{
    public string Text { get; set; }

    public string? Signature { get; set; }
}
