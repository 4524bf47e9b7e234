using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.ListFoundationModelsAsync"/>.</summary>
[RestOperation("GET", "/foundation-models")]
public class ListFoundationModelsRequest : AmazonBedrockRequest
{
    [QueryString("byProvider")]
    public string? ByProvider { get; set; }

    [QueryString("byCustomizationType")]
    public ModelCustomization? ByCustomizationType { get; set; }

    [QueryString("byOutputModality")]
    public ModelModality? ByOutputModality { get; set; }

    [QueryString("byInferenceType")]
    public InferenceType? ByInferenceType { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.ListFoundationModelsAsync"/>.</summary>
public class ListFoundationModelsResponse : AmazonWebServiceResponse
{
    public List<FoundationModelSummary>? ModelSummaries { get; set; }
}
