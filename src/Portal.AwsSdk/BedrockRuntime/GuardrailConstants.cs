using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

public class GuardrailConverseContentQualifier : ConstantClass
{
    public static readonly GuardrailConverseContentQualifier Grounding_source = new("grounding_source");
    public static readonly GuardrailConverseContentQualifier Guard_content = new("guard_content");
    public static readonly GuardrailConverseContentQualifier Query = new("query");

    public GuardrailConverseContentQualifier(string value) : base(value) { }

    public static GuardrailConverseContentQualifier FindValue(string value) => FindValue<GuardrailConverseContentQualifier>(value);

    public static implicit operator GuardrailConverseContentQualifier(string value) => FindValue(value);
}

public class GuardrailConverseImageFormat : ConstantClass
{
    public static readonly GuardrailConverseImageFormat Jpeg = new("jpeg");
    public static readonly GuardrailConverseImageFormat Png = new("png");

    public GuardrailConverseImageFormat(string value) : base(value) { }

    public static GuardrailConverseImageFormat FindValue(string value) => FindValue<GuardrailConverseImageFormat>(value);

    public static implicit operator GuardrailConverseImageFormat(string value) => FindValue(value);
}

public class GuardrailStreamProcessingMode : ConstantClass
{
    public static readonly GuardrailStreamProcessingMode Async = new("async");
    public static readonly GuardrailStreamProcessingMode Sync = new("sync");

    public GuardrailStreamProcessingMode(string value) : base(value) { }

    public static GuardrailStreamProcessingMode FindValue(string value) => FindValue<GuardrailStreamProcessingMode>(value);

    public static implicit operator GuardrailStreamProcessingMode(string value) => FindValue(value);
}

public class GuardrailTrace : ConstantClass
{
    public static readonly GuardrailTrace Disabled = new("disabled");
    public static readonly GuardrailTrace Enabled = new("enabled");
    public static readonly GuardrailTrace Enabled_full = new("enabled_full");

    public GuardrailTrace(string value) : base(value) { }

    public static GuardrailTrace FindValue(string value) => FindValue<GuardrailTrace>(value);

    public static implicit operator GuardrailTrace(string value) => FindValue(value);
}
