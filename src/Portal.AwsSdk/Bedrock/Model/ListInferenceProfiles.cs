using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

/// <summary>The input of <see cref="IAmazonBedrock.ListInferenceProfilesAsync"/>.</summary>
[RestOperation("GET", "/inference-profiles")]
public class ListInferenceProfilesRequest : AmazonBedrockRequest
{
    /// <summary>The page size, 1 to 1000.</summary>
    [QueryString("maxResults")]
    public int? MaxResults { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    [QueryString("nextToken")]
    public string? NextToken { get; set; }

    /// <summary>Only system-defined or only application profiles.</summary>
    [QueryString("type")]
    public InferenceProfileType? TypeEquals { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrock.ListInferenceProfilesAsync"/>.</summary>
public class ListInferenceProfilesResponse : AmazonWebServiceResponse
{
    public List<InferenceProfileSummary>? InferenceProfileSummaries { get; set; }

    /// <summary>Where to go on; null at the end.</summary>
    public string? NextToken { get; set; }
}
