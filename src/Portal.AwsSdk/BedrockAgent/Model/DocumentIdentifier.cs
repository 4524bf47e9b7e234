namespace Amazon.BedrockAgent.Model;

/// <summary>Names a document by the type of its data source.</summary>
public class DocumentIdentifier
{
    public ContentDataSourceType DataSourceType { get; set; }

    public S3Location? S3 { get; set; }

    public CustomDocumentIdentifier? Custom { get; set; }
}
