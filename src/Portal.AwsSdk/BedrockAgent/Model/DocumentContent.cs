namespace Amazon.BedrockAgent.Model;

/// <summary>The content of a document, by the type of its data source.</summary>
public class DocumentContent
{
    public ContentDataSourceType DataSourceType { get; set; }

    public CustomContent? Custom { get; set; }

    public S3Content? S3 { get; set; }
}
