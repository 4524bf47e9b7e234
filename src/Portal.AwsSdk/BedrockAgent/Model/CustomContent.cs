namespace Amazon.BedrockAgent.Model;

/// <summary>A document of a custom data source.</summary>
public class CustomContent
{
    public CustomDocumentIdentifier CustomDocumentIdentifier { get; set; }

    public CustomSourceType SourceType { get; set; }

    public CustomS3Location? S3Location { get; set; }

    public InlineContent? InlineContent { get; set; }
}

/// <summary>Content in the request itself: text or bytes.</summary>
public class InlineContent
{
    public InlineContentType Type { get; set; }

    public ByteContentDoc? ByteContent { get; set; }

    public TextContentDoc? TextContent { get; set; }
}

/// <summary>Content as bytes with their media type.</summary>
public class ByteContentDoc
{
    public string MimeType { get; set; }

    public MemoryStream Data { get; set; }
}

/// <summary>Content as text.</summary>
public class TextContentDoc
{
    public string Data { get; set; }
}
