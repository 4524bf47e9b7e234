namespace Amazon.BedrockRuntime.Model;

/// <summary>What a generated text rests on.</summary>
public class Citation
{
    public string? Title { get; set; }

    public string? Source { get; set; }

    public List<CitationSourceContent>? SourceContent { get; set; }

    public CitationLocation? Location { get; set; }
}

/// <summary>The cited text; exactly one member is set.</summary>
public class CitationSourceContent
{
    public string? Text { get; set; }
}
