namespace Amazon.BedrockRuntime.Model;

/// <summary>A document for the model to read.</summary>
public class DocumentBlock
{
    public DocumentFormat? Format { get; set; }

    /// <summary>A neutral name; models read it.</summary>
    public string Name { get; set; }

    public DocumentSource Source { get; set; }

    public string? Context { get; set; }

    public CitationsConfig? Citations { get; set; }
}

/// <summary>The content of a document or where it is; exactly one member is set.</summary>
public class DocumentSource
{
    /// <summary>The document itself, not base64 text.</summary>
    public MemoryStream? Bytes { get; set; }

    public S3Location? S3Location { get; set; }

    public string? Text { get; set; }

    public List<DocumentContentBlock>? Content { get; set; }
}

/// <summary>A piece of a document, to be cited by itself; exactly one member is set.</summary>
public class DocumentContentBlock
{
    public string? Text { get; set; }
}
