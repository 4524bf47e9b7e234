using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

public class OutputFormatType : ConstantClass
{
    public static readonly OutputFormatType Json_schema = new("json_schema");

    public OutputFormatType(string value) : base(value) { }

    public static OutputFormatType FindValue(string value) => FindValue<OutputFormatType>(value);

    public static implicit operator OutputFormatType(string value) => FindValue(value);
}

public class PerformanceConfigLatency : ConstantClass
{
    public static readonly PerformanceConfigLatency Optimized = new("optimized");
    public static readonly PerformanceConfigLatency Standard = new("standard");

    public PerformanceConfigLatency(string value) : base(value) { }

    public static PerformanceConfigLatency FindValue(string value) => FindValue<PerformanceConfigLatency>(value);

    public static implicit operator PerformanceConfigLatency(string value) => FindValue(value);
}

/// <summary>The service tiers.</summary>
public class ServiceTierType : ConstantClass
{
    public static readonly ServiceTierType Default = new("default");
    public static readonly ServiceTierType Flex = new("flex");
    public static readonly ServiceTierType Priority = new("priority");
    public static readonly ServiceTierType Reserved = new("reserved");

    public ServiceTierType(string value) : base(value) { }

    public static ServiceTierType FindValue(string value) => FindValue<ServiceTierType>(value);

    public static implicit operator ServiceTierType(string value) => FindValue(value);
}

/// <summary>Why the model stopped.</summary>
public class StopReason : ConstantClass
{
    public static readonly StopReason Content_filtered = new("content_filtered");
    public static readonly StopReason End_turn = new("end_turn");
    public static readonly StopReason Guardrail_intervened = new("guardrail_intervened");
    public static readonly StopReason Malformed_model_output = new("malformed_model_output");
    public static readonly StopReason Malformed_tool_use = new("malformed_tool_use");
    public static readonly StopReason Max_tokens = new("max_tokens");
    public static readonly StopReason Model_context_window_exceeded = new("model_context_window_exceeded");
    public static readonly StopReason Stop_sequence = new("stop_sequence");
    public static readonly StopReason Tool_use = new("tool_use");

    public StopReason(string value) : base(value) { }

    public static StopReason FindValue(string value) => FindValue<StopReason>(value);

    public static implicit operator StopReason(string value) => FindValue(value);
}

public class Trace : ConstantClass
{
    public static readonly Trace DISABLED = new("DISABLED");
    public static readonly Trace ENABLED = new("ENABLED");
    public static readonly Trace ENABLED_FULL = new("ENABLED_FULL");

    public Trace(string value) : base(value) { }

    public static Trace FindValue(string value) => FindValue<Trace>(value);

    public static implicit operator Trace(string value) => FindValue(value);
}
