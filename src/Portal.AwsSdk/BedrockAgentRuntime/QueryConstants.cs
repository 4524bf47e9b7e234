using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

public class AttributeType : ConstantClass
{
    public static readonly AttributeType BOOLEAN = new("BOOLEAN");
    public static readonly AttributeType NUMBER = new("NUMBER");
    public static readonly AttributeType STRING = new("STRING");
    public static readonly AttributeType STRING_LIST = new("STRING_LIST");

    public AttributeType(string value) : base(value) { }

    public static AttributeType FindValue(string value) => FindValue<AttributeType>(value);

    public static implicit operator AttributeType(string value) => FindValue(value);
}

public class InputImageFormat : ConstantClass
{
    public static readonly InputImageFormat Gif = new("gif");
    public static readonly InputImageFormat Jpeg = new("jpeg");
    public static readonly InputImageFormat Png = new("png");
    public static readonly InputImageFormat Webp = new("webp");

    public InputImageFormat(string value) : base(value) { }

    public static InputImageFormat FindValue(string value) => FindValue<InputImageFormat>(value);

    public static implicit operator InputImageFormat(string value) => FindValue(value);
}

public class KnowledgeBaseQueryType : ConstantClass
{
    public static readonly KnowledgeBaseQueryType IMAGE = new("IMAGE");
    public static readonly KnowledgeBaseQueryType TEXT = new("TEXT");

    public KnowledgeBaseQueryType(string value) : base(value) { }

    public static KnowledgeBaseQueryType FindValue(string value) => FindValue<KnowledgeBaseQueryType>(value);

    public static implicit operator KnowledgeBaseQueryType(string value) => FindValue(value);
}

public class QueryTransformationType : ConstantClass
{
    public static readonly QueryTransformationType QUERY_DECOMPOSITION = new("QUERY_DECOMPOSITION");

    public QueryTransformationType(string value) : base(value) { }

    public static QueryTransformationType FindValue(string value) => FindValue<QueryTransformationType>(value);

    public static implicit operator QueryTransformationType(string value) => FindValue(value);
}

/// <summary>Vectors alone, or vectors and text.</summary>
public class SearchType : ConstantClass
{
    public static readonly SearchType HYBRID = new("HYBRID");
    public static readonly SearchType SEMANTIC = new("SEMANTIC");

    public SearchType(string value) : base(value) { }

    public static SearchType FindValue(string value) => FindValue<SearchType>(value);

    public static implicit operator SearchType(string value) => FindValue(value);
}
