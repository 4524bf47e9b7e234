using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.ListTagsForResourceAsync"/>.</summary>
[RestOperation("POST", "/listTagsForResource")]
public class ListTagsForResourceRequest : AmazonBedrockRequest
{
    public string ResourceARN { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.ListTagsForResourceAsync"/>.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}
