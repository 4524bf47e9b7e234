namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>A part of the answer.</summary>
public class GeneratedResponsePart
{
    public TextResponsePart? TextResponsePart { get; set; }
}

/// <summary>A part of the answer and where it stands.</summary>
public class TextResponsePart
{
    public Span? Span { get; set; }

    public string? Text { get; set; }
}

/// <summary>Where a text stands within the answer.</summary>
public class Span
{
    /// <summary>The last character, counted from 0.</summary>
    public int? End { get; set; }

    /// <summary>The first character, counted from 0.</summary>
    public int? Start { get; set; }
}
