namespace Amazon.Bedrock.Model;

/// <summary>A model, in one region, that an inference profile uses.</summary>
public class InferenceProfileModel
{
    public string? ModelArn { get; set; }
}
