namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>Inference parameters.</summary>
public class InferenceConfig
{
    public TextInferenceConfig? TextInferenceConfig { get; set; }
}

/// <summary>Inference parameters of text models.</summary>
public class TextInferenceConfig
{
    /// <summary>At most so many tokens.</summary>
    public int? MaxTokens { get; set; }

    public List<string>? StopSequences { get; set; }

    public float? Temperature { get; set; }

    public float? TopP { get; set; }
}
