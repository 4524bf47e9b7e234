using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.TagResourceAsync"/>.</summary>
[RestOperation("POST", "/tagResource")]
public class TagResourceRequest : AmazonBedrockRequest
{
    public string ResourceARN { get; set; }

    public List<Tag>? Tags { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.TagResourceAsync"/>.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
