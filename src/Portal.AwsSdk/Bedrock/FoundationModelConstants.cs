using Amazon.Runtime;

namespace Amazon.Bedrock;

public class FoundationModelLifecycleStatus : ConstantClass
{
    public static readonly FoundationModelLifecycleStatus ACTIVE = new("ACTIVE");
    public static readonly FoundationModelLifecycleStatus LEGACY = new("LEGACY");

    public FoundationModelLifecycleStatus(string value) : base(value) { }

    public static FoundationModelLifecycleStatus FindValue(string value) => FindValue<FoundationModelLifecycleStatus>(value);

    public static implicit operator FoundationModelLifecycleStatus(string value) => FindValue(value);
}

/// <summary>How capacity of a model is bought.</summary>
public class InferenceType : ConstantClass
{
    public static readonly InferenceType ON_DEMAND = new("ON_DEMAND");
    public static readonly InferenceType PROVISIONED = new("PROVISIONED");

    public InferenceType(string value) : base(value) { }

    public static InferenceType FindValue(string value) => FindValue<InferenceType>(value);

    public static implicit operator InferenceType(string value) => FindValue(value);
}

public class ModelCustomization : ConstantClass
{
    public static readonly ModelCustomization CONTINUED_PRE_TRAINING = new("CONTINUED_PRE_TRAINING");
    public static readonly ModelCustomization DISTILLATION = new("DISTILLATION");
    public static readonly ModelCustomization FINE_TUNING = new("FINE_TUNING");

    public ModelCustomization(string value) : base(value) { }

    public static ModelCustomization FindValue(string value) => FindValue<ModelCustomization>(value);

    public static implicit operator ModelCustomization(string value) => FindValue(value);
}

/// <summary>What a model reads or writes.</summary>
public class ModelModality : ConstantClass
{
    public static readonly ModelModality EMBEDDING = new("EMBEDDING");
    public static readonly ModelModality IMAGE = new("IMAGE");
    public static readonly ModelModality TEXT = new("TEXT");

    public ModelModality(string value) : base(value) { }

    public static ModelModality FindValue(string value) => FindValue<ModelModality>(value);

    public static implicit operator ModelModality(string value) => FindValue(value);
}
