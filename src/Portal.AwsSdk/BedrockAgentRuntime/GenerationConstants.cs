using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

public class ExternalSourceType : ConstantClass
{
    public static readonly ExternalSourceType BYTE_CONTENT = new("BYTE_CONTENT");
    public static readonly ExternalSourceType S3 = new("S3");

    public ExternalSourceType(string value) : base(value) { }

    public static ExternalSourceType FindValue(string value) => FindValue<ExternalSourceType>(value);

    public static implicit operator ExternalSourceType(string value) => FindValue(value);
}

/// <summary>Whether a guardrail stepped in. AWS's own spelling.</summary>
public class GuadrailAction : ConstantClass
{
    public static readonly GuadrailAction INTERVENED = new("INTERVENED");
    public static readonly GuadrailAction NONE = new("NONE");

    public GuadrailAction(string value) : base(value) { }

    public static GuadrailAction FindValue(string value) => FindValue<GuadrailAction>(value);

    public static implicit operator GuadrailAction(string value) => FindValue(value);
}

public class PerformanceConfigLatency : ConstantClass
{
    public static readonly PerformanceConfigLatency Optimized = new("optimized");
    public static readonly PerformanceConfigLatency Standard = new("standard");

    public PerformanceConfigLatency(string value) : base(value) { }

    public static PerformanceConfigLatency FindValue(string value) => FindValue<PerformanceConfigLatency>(value);

    public static implicit operator PerformanceConfigLatency(string value) => FindValue(value);
}

public class RetrieveAndGenerateType : ConstantClass
{
    public static readonly RetrieveAndGenerateType EXTERNAL_SOURCES = new("EXTERNAL_SOURCES");
    public static readonly RetrieveAndGenerateType KNOWLEDGE_BASE = new("KNOWLEDGE_BASE");

    public RetrieveAndGenerateType(string value) : base(value) { }

    public static RetrieveAndGenerateType FindValue(string value) => FindValue<RetrieveAndGenerateType>(value);

    public static implicit operator RetrieveAndGenerateType(string value) => FindValue(value);
}
