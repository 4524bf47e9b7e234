namespace Amazon.BedrockRuntime.Model;

/// <summary>An image.</summary>
public class ImageBlock
{
    public ImageFormat Format { get; set; }

    public ImageSource Source { get; set; }
}

/// <summary>The bytes of an image or where they are; exactly one member is set.</summary>
public class ImageSource
{
    /// <summary>The image itself, not base64 text.</summary>
    public MemoryStream? Bytes { get; set; }

    public S3Location? S3Location { get; set; }
}
