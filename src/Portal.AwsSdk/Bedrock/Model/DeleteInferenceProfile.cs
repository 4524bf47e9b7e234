using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.DeleteInferenceProfileAsync"/>.</summary>
[RestOperation("DELETE", "/inference-profiles/{inferenceProfileIdentifier}")]
public class DeleteInferenceProfileRequest : AmazonBedrockRequest
{
    [UriLabel]
    public string InferenceProfileIdentifier { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.DeleteInferenceProfileAsync"/>.</summary>
public class DeleteInferenceProfileResponse : AmazonWebServiceResponse;
