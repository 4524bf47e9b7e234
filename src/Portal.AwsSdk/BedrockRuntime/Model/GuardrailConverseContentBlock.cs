namespace Amazon.BedrockRuntime.Model;

/// <summary>Content that a guardrail judges; exactly one member is set.</summary>
public class GuardrailConverseContentBlock
{
    public GuardrailConverseTextBlock? Text { get; set; }

    public GuardrailConverseImageBlock? Image { get; set; }
}

/// <summary>Text that a guardrail judges.</summary>
public class GuardrailConverseTextBlock
{
    public string Text { get; set; }

    public List<GuardrailConverseContentQualifier>? Qualifiers { get; set; }
}

/// <summary>An image that a guardrail judges.</summary>
public class GuardrailConverseImageBlock
{
    public GuardrailConverseImageFormat Format { get; set; }

    public GuardrailConverseImageSource Source { get; set; }
}

/// <summary>The bytes of an image that a guardrail judges; exactly one member is set.</summary>
public class GuardrailConverseImageSource
{
    public MemoryStream? Bytes { get; set; }
}
