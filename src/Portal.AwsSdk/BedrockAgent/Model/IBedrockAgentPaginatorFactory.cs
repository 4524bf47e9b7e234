using Amazon.Runtime;

namespace Amazon.BedrockAgent.Model;

/// <summary>Walks the pages of List operations; each paginator can be enumerated once.</summary>
public interface IBedrockAgentPaginatorFactory
{
    IListKnowledgeBasesPaginator ListKnowledgeBases(ListKnowledgeBasesRequest request);

    IListDataSourcesPaginator ListDataSources(ListDataSourcesRequest request);

    IListIngestionJobsPaginator ListIngestionJobs(ListIngestionJobsRequest request);

    IListKnowledgeBaseDocumentsPaginator ListKnowledgeBaseDocuments(ListKnowledgeBaseDocumentsRequest request);
}

/// <summary>The pages of <see cref="IAmazonBedrockAgent.ListKnowledgeBasesAsync"/>, or their items one after the other.</summary>
public interface IListKnowledgeBasesPaginator
{
    IPaginatedEnumerable<ListKnowledgeBasesResponse> Responses { get; }

    IPaginatedEnumerable<KnowledgeBaseSummary> KnowledgeBaseSummaries { get; }
}

/// <summary>The pages of <see cref="IAmazonBedrockAgent.ListDataSourcesAsync"/>, or their items one after the other.</summary>
public interface IListDataSourcesPaginator
{
    IPaginatedEnumerable<ListDataSourcesResponse> Responses { get; }

    IPaginatedEnumerable<DataSourceSummary> DataSourceSummaries { get; }
}

/// <summary>The pages of <see cref="IAmazonBedrockAgent.ListIngestionJobsAsync"/>, or their items one after the other.</summary>
public interface IListIngestionJobsPaginator
{
    IPaginatedEnumerable<ListIngestionJobsResponse> Responses { get; }

    IPaginatedEnumerable<IngestionJobSummary> IngestionJobSummaries { get; }
}

/// <summary>The pages of <see cref="IAmazonBedrockAgent.ListKnowledgeBaseDocumentsAsync"/>, or their items one after the other.</summary>
public interface IListKnowledgeBaseDocumentsPaginator
{
    IPaginatedEnumerable<ListKnowledgeBaseDocumentsResponse> Responses { get; }

    IPaginatedEnumerable<KnowledgeBaseDocumentDetail> DocumentDetails { get; }
}
