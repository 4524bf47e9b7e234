using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.GetInferenceProfileAsync"/>.</summary>
[RestOperation("GET", "/inference-profiles/{inferenceProfileIdentifier}")]
public class GetInferenceProfileRequest : AmazonBedrockRequest
{
    [UriLabel]
    public string InferenceProfileIdentifier { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.GetInferenceProfileAsync"/>.</summary>
public class GetInferenceProfileResponse : AmazonWebServiceResponse
{
    public string InferenceProfileName { get; set; }

    public string? Description { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public string InferenceProfileArn { get; set; }

    public List<InferenceProfileModel>? Models { get; set; }

    public string InferenceProfileId { get; set; }

    public InferenceProfileStatus Status { get; set; }

    public InferenceProfileType Type { get; set; }
}
