using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.GetFoundationModelAsync"/>.</summary>
[RestOperation("GET", "/foundation-models/{modelIdentifier}")]
public class GetFoundationModelRequest : AmazonBedrockRequest
{
    [UriLabel]
    public string ModelIdentifier { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.GetFoundationModelAsync"/>.</summary>
public class GetFoundationModelResponse : AmazonWebServiceResponse
{
    public FoundationModelDetails? ModelDetails { get; set; }
}
