namespace Amazon.Bedrock.Model;

/// <summary>A foundation model in a list.</summary>
public class FoundationModelSummary
{
    public string ModelArn { get; set; }

    public string ModelId { get; set; }

    public string? ModelName { get; set; }

    public string? ProviderName { get; set; }

    public List<ModelModality>? InputModalities { get; set; }

    public List<ModelModality>? OutputModalities { get; set; }

    public bool? ResponseStreamingSupported { get; set; }

    public List<ModelCustomization>? CustomizationsSupported { get; set; }

    public List<InferenceType>? InferenceTypesSupported { get; set; }

    public FoundationModelLifecycle? ModelLifecycle { get; set; }
}
