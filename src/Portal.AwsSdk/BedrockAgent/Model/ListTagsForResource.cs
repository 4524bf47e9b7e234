using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.ListTagsForResourceAsync"/>.</summary>
[RestOperation("GET", "/tags/{resourceArn}")]
public class ListTagsForResourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string ResourceArn { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.ListTagsForResourceAsync"/>.</summary>
public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string>? Tags { get; set; }
}
