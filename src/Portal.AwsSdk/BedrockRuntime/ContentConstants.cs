using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

public class CachePointType : ConstantClass
{
    public static readonly CachePointType Default = new("default");

    public CachePointType(string value) : base(value) { }

    public static CachePointType FindValue(string value) => FindValue<CachePointType>(value);

    public static implicit operator CachePointType(string value) => FindValue(value);
}

/// <summary>How long a cached prefix lives.</summary>
public class CacheTTL : ConstantClass
{
    public static readonly CacheTTL ONE_HOUR = new("1h");
    public static readonly CacheTTL FIVE_MINUTES = new("5m");

    public CacheTTL(string value) : base(value) { }

    public static CacheTTL FindValue(string value) => FindValue<CacheTTL>(value);

    public static implicit operator CacheTTL(string value) => FindValue(value);
}

/// <summary>Who speaks.</summary>
public class ConversationRole : ConstantClass
{
    public static readonly ConversationRole Assistant = new("assistant");
    public static readonly ConversationRole System = new("system");
    public static readonly ConversationRole User = new("user");

    public ConversationRole(string value) : base(value) { }

    public static ConversationRole FindValue(string value) => FindValue<ConversationRole>(value);

    public static implicit operator ConversationRole(string value) => FindValue(value);
}

public class DocumentFormat : ConstantClass
{
    public static readonly DocumentFormat Csv = new("csv");
    public static readonly DocumentFormat Doc = new("doc");
    public static readonly DocumentFormat Docx = new("docx");
    public static readonly DocumentFormat Html = new("html");
    public static readonly DocumentFormat Md = new("md");
    public static readonly DocumentFormat Pdf = new("pdf");
    public static readonly DocumentFormat Txt = new("txt");
    public static readonly DocumentFormat Xls = new("xls");
    public static readonly DocumentFormat Xlsx = new("xlsx");

    public DocumentFormat(string value) : base(value) { }

    public static DocumentFormat FindValue(string value) => FindValue<DocumentFormat>(value);

    public static implicit operator DocumentFormat(string value) => FindValue(value);
}

public class ImageFormat : ConstantClass
{
    public static readonly ImageFormat Gif = new("gif");
    public static readonly ImageFormat Jpeg = new("jpeg");
    public static readonly ImageFormat Png = new("png");
    public static readonly ImageFormat Webp = new("webp");

    public ImageFormat(string value) : base(value) { }

    public static ImageFormat FindValue(string value) => FindValue<ImageFormat>(value);

    public static implicit operator ImageFormat(string value) => FindValue(value);
}

public class ToolResultStatus : ConstantClass
{
    public static readonly ToolResultStatus Error = new("error");
    public static readonly ToolResultStatus Success = new("success");

    public ToolResultStatus(string value) : base(value) { }

    public static ToolResultStatus FindValue(string value) => FindValue<ToolResultStatus>(value);

    public static implicit operator ToolResultStatus(string value) => FindValue(value);
}

public class ToolUseType : ConstantClass
{
    public static readonly ToolUseType Server_tool_use = new("server_tool_use");

    public ToolUseType(string value) : base(value) { }

    public static ToolUseType FindValue(string value) => FindValue<ToolUseType>(value);

    public static implicit operator ToolUseType(string value) => FindValue(value);
}
