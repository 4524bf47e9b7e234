namespace Amazon.BedrockAgent.Model;

/// <summary>Metadata of a document: inline or in an S3 object.</summary>
public class DocumentMetadata
{
    public MetadataSourceType Type { get; set; }

    public List<MetadataAttribute>? InlineAttributes { get; set; }

    public CustomS3Location? S3Location { get; set; }

    public List<DocumentAccessControlEntry>? AccessControlList { get; set; }
}

/// <summary>A metadata attribute of a document.</summary>
public class MetadataAttribute
{
    public string Key { get; set; }

    public MetadataAttributeValue Value { get; set; }
}

/// <summary>The value of a metadata attribute: its type and the member of that type.</summary>
public class MetadataAttributeValue
{
    public MetadataValueType Type { get; set; }

    public double? NumberValue { get; set; }

    public bool? BooleanValue { get; set; }

    public string? StringValue { get; set; }

    public List<string>? StringListValue { get; set; }
}

/// <summary>Who may see a document.</summary>
public class DocumentAccessControlEntry
{
    public string Name { get; set; }

    public AccessControlPrincipalType Type { get; set; }

    public AccessControlAccess Access { get; set; }
}
