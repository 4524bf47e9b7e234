using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

/// <summary>The input of <see cref="IAmazonBedrockAgent.TagResourceAsync"/>.</summary>
[RestOperation("POST", "/tags/{resourceArn}")]
public class TagResourceRequest : AmazonBedrockAgentRequest
{
    [UriLabel]
    public string ResourceArn { get; set; }

    public Dictionary<string, string>? Tags { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockAgent.TagResourceAsync"/>.</summary>
public class TagResourceResponse : AmazonWebServiceResponse;
