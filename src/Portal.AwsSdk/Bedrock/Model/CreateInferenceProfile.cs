using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.CreateInferenceProfileAsync"/>.</summary>
[RestOperation("POST", "/inference-profiles")]
public class CreateInferenceProfileRequest : AmazonBedrockRequest
{
    public string InferenceProfileName { get; set; }

    public string? Description { get; set; }

    /// <summary>Makes repeated calls one; sent as a new UUID when unset.</summary>
    [IdempotencyToken]
    public string? ClientRequestToken { get; set; }

    public InferenceProfileModelSource ModelSource { get; set; }

    public List<Tag>? Tags { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.CreateInferenceProfileAsync"/>.</summary>
public class CreateInferenceProfileResponse : AmazonWebServiceResponse
{
    public string InferenceProfileArn { get; set; }

    public InferenceProfileStatus? Status { get; set; }
}
