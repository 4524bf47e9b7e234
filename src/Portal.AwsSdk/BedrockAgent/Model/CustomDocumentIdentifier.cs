namespace Amazon.BedrockAgent.Model;

/// <summary>The caller's id of a document of a custom data source.</summary>
public class CustomDocumentIdentifier
{
    public string Id { get; set; }
}
