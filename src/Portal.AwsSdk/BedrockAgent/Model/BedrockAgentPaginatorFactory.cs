using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent.Model;

internal sealed class BedrockAgentPaginatorFactory(IAmazonBedrockAgent client) : IBedrockAgentPaginatorFactory
{
    public IListKnowledgeBasesPaginator ListKnowledgeBases(ListKnowledgeBasesRequest request) => new ListKnowledgeBasesPaginator(client, request);

    public IListDataSourcesPaginator ListDataSources(ListDataSourcesRequest request) => new ListDataSourcesPaginator(client, request);

    public IListIngestionJobsPaginator ListIngestionJobs(ListIngestionJobsRequest request) => new ListIngestionJobsPaginator(client, request);

    public IListKnowledgeBaseDocumentsPaginator ListKnowledgeBaseDocuments(ListKnowledgeBaseDocumentsRequest request) => new ListKnowledgeBaseDocumentsPaginator(client, request);
}

internal sealed class ListKnowledgeBasesPaginator(IAmazonBedrockAgent client, ListKnowledgeBasesRequest request)
    : Paginator<ListKnowledgeBasesRequest, ListKnowledgeBasesResponse>(request, client.ListKnowledgeBasesAsync), IListKnowledgeBasesPaginator
{
    public IPaginatedEnumerable<KnowledgeBaseSummary> KnowledgeBaseSummaries => Items(response => response.KnowledgeBaseSummaries);

    protected override string? NextToken(ListKnowledgeBasesResponse response) => response.NextToken;

    protected override void SetToken(ListKnowledgeBasesRequest request, string? token) => request.NextToken = token;
}

internal sealed class ListDataSourcesPaginator(IAmazonBedrockAgent client, ListDataSourcesRequest request)
    : Paginator<ListDataSourcesRequest, ListDataSourcesResponse>(request, client.ListDataSourcesAsync), IListDataSourcesPaginator
{
    public IPaginatedEnumerable<DataSourceSummary> DataSourceSummaries => Items(response => response.DataSourceSummaries);

    protected override string? NextToken(ListDataSourcesResponse response) => response.NextToken;

    protected override void SetToken(ListDataSourcesRequest request, string? token) => request.NextToken = token;
}

internal sealed class ListIngestionJobsPaginator(IAmazonBedrockAgent client, ListIngestionJobsRequest request)
    : Paginator<ListIngestionJobsRequest, ListIngestionJobsResponse>(request, client.ListIngestionJobsAsync), IListIngestionJobsPaginator
{
    public IPaginatedEnumerable<IngestionJobSummary> IngestionJobSummaries => Items(response => response.IngestionJobSummaries);

    protected override string? NextToken(ListIngestionJobsResponse response) => response.NextToken;

    protected override void SetToken(ListIngestionJobsRequest request, string? token) => request.NextToken = token;
}

internal sealed class ListKnowledgeBaseDocumentsPaginator(IAmazonBedrockAgent client, ListKnowledgeBaseDocumentsRequest request)
    : Paginator<ListKnowledgeBaseDocumentsRequest, ListKnowledgeBaseDocumentsResponse>(request, client.ListKnowledgeBaseDocumentsAsync), IListKnowledgeBaseDocumentsPaginator
{
    public IPaginatedEnumerable<KnowledgeBaseDocumentDetail> DocumentDetails => Items(response => response.DocumentDetails);

    protected override string? NextToken(ListKnowledgeBaseDocumentsResponse response) => response.NextToken;

    protected override void SetToken(ListKnowledgeBaseDocumentsRequest request, string? token) => request.NextToken = token;
}
