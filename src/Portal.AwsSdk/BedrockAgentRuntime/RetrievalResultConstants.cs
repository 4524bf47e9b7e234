using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

public class RetrievalResultContentColumnType : ConstantClass
{
    public static readonly RetrievalResultContentColumnType BLOB = new("BLOB");
    public static readonly RetrievalResultContentColumnType BOOLEAN = new("BOOLEAN");
    public static readonly RetrievalResultContentColumnType DOUBLE = new("DOUBLE");
    public static readonly RetrievalResultContentColumnType LONG = new("LONG");
    public static readonly RetrievalResultContentColumnType NULL = new("NULL");
    public static readonly RetrievalResultContentColumnType STRING = new("STRING");

    public RetrievalResultContentColumnType(string value) : base(value) { }

    public static RetrievalResultContentColumnType FindValue(string value) => FindValue<RetrievalResultContentColumnType>(value);

    public static implicit operator RetrievalResultContentColumnType(string value) => FindValue(value);
}

public class RetrievalResultContentType : ConstantClass
{
    public static readonly RetrievalResultContentType AUDIO = new("AUDIO");
    public static readonly RetrievalResultContentType IMAGE = new("IMAGE");
    public static readonly RetrievalResultContentType ROW = new("ROW");
    public static readonly RetrievalResultContentType TEXT = new("TEXT");
    public static readonly RetrievalResultContentType VIDEO = new("VIDEO");

    public RetrievalResultContentType(string value) : base(value) { }

    public static RetrievalResultContentType FindValue(string value) => FindValue<RetrievalResultContentType>(value);

    public static implicit operator RetrievalResultContentType(string value) => FindValue(value);
}

/// <summary>The kinds of data source a chunk comes from.</summary>
public class RetrievalResultLocationType : ConstantClass
{
    public static readonly RetrievalResultLocationType CONFLUENCE = new("CONFLUENCE");
    public static readonly RetrievalResultLocationType CUSTOM = new("CUSTOM");
    public static readonly RetrievalResultLocationType GOOGLEDRIVE = new("GOOGLEDRIVE");
    public static readonly RetrievalResultLocationType KENDRA = new("KENDRA");
    public static readonly RetrievalResultLocationType ONEDRIVE = new("ONEDRIVE");
    public static readonly RetrievalResultLocationType S3 = new("S3");
    public static readonly RetrievalResultLocationType SALESFORCE = new("SALESFORCE");
    public static readonly RetrievalResultLocationType SHAREPOINT = new("SHAREPOINT");
    public static readonly RetrievalResultLocationType SQL = new("SQL");
    public static readonly RetrievalResultLocationType WEB = new("WEB");

    public RetrievalResultLocationType(string value) : base(value) { }

    public static RetrievalResultLocationType FindValue(string value) => FindValue<RetrievalResultLocationType>(value);

    public static implicit operator RetrievalResultLocationType(string value) => FindValue(value);
}
