namespace Amazon.BedrockRuntime.Model;

/// <summary>Inference parameters that all models know.</summary>
public class InferenceConfiguration
{
    /// <summary>At most so many tokens.</summary>
    public int? MaxTokens { get; set; }

    /// <summary>From 0, the likeliest answer, to 1.</summary>
    public float? Temperature { get; set; }

    public float? TopP { get; set; }

    public List<string>? StopSequences { get; set; }
}
