using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock.Model;

internal sealed class BedrockPaginatorFactory(IAmazonBedrock client) : IBedrockPaginatorFactory
{
    public IListInferenceProfilesPaginator ListInferenceProfiles(ListInferenceProfilesRequest request) => new ListInferenceProfilesPaginator(client, request);
}

internal sealed class ListInferenceProfilesPaginator(IAmazonBedrock client, ListInferenceProfilesRequest request)
    : Paginator<ListInferenceProfilesRequest, ListInferenceProfilesResponse>(request, client.ListInferenceProfilesAsync), IListInferenceProfilesPaginator
{
    public IPaginatedEnumerable<InferenceProfileSummary> InferenceProfileSummaries => Items(response => response.InferenceProfileSummaries);

    protected override string? NextToken(ListInferenceProfilesResponse response) => response.NextToken;

    protected override void SetToken(ListInferenceProfilesRequest request, string? token) => request.NextToken = token;
}
