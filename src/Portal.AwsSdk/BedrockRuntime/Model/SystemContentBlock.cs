namespace Amazon.BedrockRuntime.Model;

/// <summary>A piece of the system prompt; exactly one member is set.</summary>
public class SystemContentBlock
{
    public string? Text { get; set; }

    public GuardrailConverseContentBlock? GuardContent { get; set; }

    public CachePointBlock? CachePoint { get; set; }
}
