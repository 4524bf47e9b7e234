using Amazon.Runtime;

namespace Amazon.Bedrock;

public class InferenceProfileStatus : ConstantClass
{
    public static readonly InferenceProfileStatus ACTIVE = new("ACTIVE");

    public InferenceProfileStatus(string value) : base(value) { }

    public static InferenceProfileStatus FindValue(string value) => FindValue<InferenceProfileStatus>(value);

    public static implicit operator InferenceProfileStatus(string value) => FindValue(value);
}

/// <summary>AWS's own profiles, or those of the account.</summary>
public class InferenceProfileType : ConstantClass
{
    public static readonly InferenceProfileType APPLICATION = new("APPLICATION");
    public static readonly InferenceProfileType SYSTEM_DEFINED = new("SYSTEM_DEFINED");

    public InferenceProfileType(string value) : base(value) { }

    public static InferenceProfileType FindValue(string value) => FindValue<InferenceProfileType>(value);

    public static implicit operator InferenceProfileType(string value) => FindValue(value);
}
