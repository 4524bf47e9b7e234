using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime.Model;

internal sealed class BedrockAgentRuntimePaginatorFactory(IAmazonBedrockAgentRuntime client) : IBedrockAgentRuntimePaginatorFactory
{
    public IRetrievePaginator Retrieve(RetrieveRequest request) => new RetrievePaginator(client, request);
}

internal sealed class RetrievePaginator(IAmazonBedrockAgentRuntime client, RetrieveRequest request)
    : Paginator<RetrieveRequest, RetrieveResponse>(request, client.RetrieveAsync), IRetrievePaginator
{
    public IPaginatedEnumerable<KnowledgeBaseRetrievalResult> RetrievalResults => Items(response => response.RetrievalResults);

    protected override string? NextToken(RetrieveResponse response) => response.NextToken;

    protected override void SetToken(RetrieveRequest request, string? token) => request.NextToken = token;
}
