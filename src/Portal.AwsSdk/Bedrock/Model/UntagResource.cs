using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.UntagResourceAsync"/>.</summary>
[RestOperation("POST", "/untagResource")]
public class UntagResourceRequest : AmazonBedrockRequest
{
    public string ResourceARN { get; set; }

    public List<string>? TagKeys { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.UntagResourceAsync"/>.</summary>
public class UntagResourceResponse : AmazonWebServiceResponse;
