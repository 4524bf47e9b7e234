namespace Amazon.BedrockRuntime.Model;

/// <summary>Generated text with its citations.</summary>
public class CitationsContentBlock
{
    public List<CitationGeneratedContent>? Content { get; set; }

    public List<Citation>? Citations { get; set; }
}

/// <summary>Generated text that is cited; exactly one member is set.</summary>
public class CitationGeneratedContent
{
    public string? Text { get; set; }
}
