namespace Amazon.Bedrock.Model;

/// <summary>What a new inference profile is made from; exactly one member is set.</summary>
public class InferenceProfileModelSource
{
    /// <summary>The ARN of a foundation model or of a system-defined inference profile.</summary>
    public string? CopyFrom { get; set; }
}
