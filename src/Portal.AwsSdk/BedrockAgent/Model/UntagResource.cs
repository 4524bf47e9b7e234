using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.UntagResourceAsync"/>.</summary>
[RestOperation("DELETE", "/tags/{resourceArn}")]
public class UntagResourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string ResourceArn { get; set; }

    [QueryString("tagKeys")]
    public List<string>? TagKeys { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.UntagResourceAsync"/>.</summary>
public class UntagResourceResponse : AmazonWebServiceResponse;
