using Amazon.Runtime;

namespace Amazon.BedrockAgent;

public class AccessControlAccess : ConstantClass
{
    public static readonly AccessControlAccess ALLOW = new("ALLOW");
    public static readonly AccessControlAccess DENY = new("DENY");

    public AccessControlAccess(string value) : base(value) { }

    public static AccessControlAccess FindValue(string value) => FindValue<AccessControlAccess>(value);

    public static implicit operator AccessControlAccess(string value) => FindValue(value);
}

public class AccessControlPrincipalType : ConstantClass
{
    public static readonly AccessControlPrincipalType USER = new("USER");

    public AccessControlPrincipalType(string value) : base(value) { }

    public static AccessControlPrincipalType FindValue(string value) => FindValue<AccessControlPrincipalType>(value);

    public static implicit operator AccessControlPrincipalType(string value) => FindValue(value);
}

public class ContentDataSourceType : ConstantClass
{
    public static readonly ContentDataSourceType CUSTOM = new("CUSTOM");
    public static readonly ContentDataSourceType S3 = new("S3");

    public ContentDataSourceType(string value) : base(value) { }

    public static ContentDataSourceType FindValue(string value) => FindValue<ContentDataSourceType>(value);

    public static implicit operator ContentDataSourceType(string value) => FindValue(value);
}

public class CustomSourceType : ConstantClass
{
    public static readonly CustomSourceType IN_LINE = new("IN_LINE");
    public static readonly CustomSourceType S3_LOCATION = new("S3_LOCATION");

    public CustomSourceType(string value) : base(value) { }

    public static CustomSourceType FindValue(string value) => FindValue<CustomSourceType>(value);

    public static implicit operator CustomSourceType(string value) => FindValue(value);
}

/// <summary>How far a document is indexed.</summary>
public class DocumentStatus : ConstantClass
{
    public static readonly DocumentStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly DocumentStatus DELETING = new("DELETING");
    public static readonly DocumentStatus FAILED = new("FAILED");
    public static readonly DocumentStatus IGNORED = new("IGNORED");
    public static readonly DocumentStatus INDEXED = new("INDEXED");
    public static readonly DocumentStatus IN_PROGRESS = new("IN_PROGRESS");
    public static readonly DocumentStatus METADATA_PARTIALLY_INDEXED = new("METADATA_PARTIALLY_INDEXED");
    public static readonly DocumentStatus METADATA_UPDATE_FAILED = new("METADATA_UPDATE_FAILED");
    public static readonly DocumentStatus NOT_FOUND = new("NOT_FOUND");
    public static readonly DocumentStatus PARTIALLY_INDEXED = new("PARTIALLY_INDEXED");
    public static readonly DocumentStatus PENDING = new("PENDING");
    public static readonly DocumentStatus STARTING = new("STARTING");

    public DocumentStatus(string value) : base(value) { }

    public static DocumentStatus FindValue(string value) => FindValue<DocumentStatus>(value);

    public static implicit operator DocumentStatus(string value) => FindValue(value);
}

public class InlineContentType : ConstantClass
{
    public static readonly InlineContentType BYTE = new("BYTE");
    public static readonly InlineContentType TEXT = new("TEXT");

    public InlineContentType(string value) : base(value) { }

    public static InlineContentType FindValue(string value) => FindValue<InlineContentType>(value);

    public static implicit operator InlineContentType(string value) => FindValue(value);
}

public class MetadataSourceType : ConstantClass
{
    public static readonly MetadataSourceType IN_LINE_ATTRIBUTE = new("IN_LINE_ATTRIBUTE");
    public static readonly MetadataSourceType S3_LOCATION = new("S3_LOCATION");

    public MetadataSourceType(string value) : base(value) { }

    public static MetadataSourceType FindValue(string value) => FindValue<MetadataSourceType>(value);

    public static implicit operator MetadataSourceType(string value) => FindValue(value);
}

public class MetadataValueType : ConstantClass
{
    public static readonly MetadataValueType BOOLEAN = new("BOOLEAN");
    public static readonly MetadataValueType NUMBER = new("NUMBER");
    public static readonly MetadataValueType STRING = new("STRING");
    public static readonly MetadataValueType STRING_LIST = new("STRING_LIST");

    public MetadataValueType(string value) : base(value) { }

    public static MetadataValueType FindValue(string value) => FindValue<MetadataValueType>(value);

    public static implicit operator MetadataValueType(string value) => FindValue(value);
}
