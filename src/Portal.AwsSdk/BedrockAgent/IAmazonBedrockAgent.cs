using Amazon.BedrockAgent.Model;
using Amazon.Runtime;

namespace Amazon.BedrockAgent;

/// <summary>Client of Agents for Amazon Bedrock: knowledge bases, data sources, ingestion jobs and documents.</summary>
public interface IAmazonBedrockAgent : IAmazonService, IDisposable
{
    /// <summary>Walks the pages of List operations.</summary>
    IBedrockAgentPaginatorFactory Paginators { get; }

    /// <summary>Creates a knowledge base; it is CREATING at first and ACTIVE or FAILED later.</summary>
    Task<CreateKnowledgeBaseResponse> CreateKnowledgeBaseAsync(CreateKnowledgeBaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a knowledge base, with its status and failure reasons.</summary>
    Task<GetKnowledgeBaseResponse> GetKnowledgeBaseAsync(GetKnowledgeBaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the knowledge bases of the account and region, a page at a time.</summary>
    Task<ListKnowledgeBasesResponse> ListKnowledgeBasesAsync(ListKnowledgeBasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the settings of a knowledge base; members left out are reset.</summary>
    Task<UpdateKnowledgeBaseResponse> UpdateKnowledgeBaseAsync(UpdateKnowledgeBaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts to delete a knowledge base. Its data sources must be deleted first.</summary>
    Task<DeleteKnowledgeBaseResponse> DeleteKnowledgeBaseAsync(DeleteKnowledgeBaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Connects a data source to a knowledge base; nothing is indexed before an ingestion job runs.</summary>
    Task<CreateDataSourceResponse> CreateDataSourceAsync(CreateDataSourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a data source, with its status and failure reasons.</summary>
    Task<GetDataSourceResponse> GetDataSourceAsync(GetDataSourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the data sources of a knowledge base, a page at a time.</summary>
    Task<ListDataSourcesResponse> ListDataSourcesAsync(ListDataSourcesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the settings of a data source; members left out are reset. Chunking cannot be changed.</summary>
    Task<UpdateDataSourceResponse> UpdateDataSourceAsync(UpdateDataSourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts to delete a data source and, by its deletion policy, what it has put into the vector store.</summary>
    Task<DeleteDataSourceResponse> DeleteDataSourceAsync(DeleteDataSourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts to bring a knowledge base up to date with a data source.</summary>
    Task<StartIngestionJobResponse> StartIngestionJobAsync(StartIngestionJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes an ingestion job, with its statistics and failure reasons.</summary>
    Task<GetIngestionJobResponse> GetIngestionJobAsync(GetIngestionJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the ingestion jobs of a data source, a page at a time.</summary>
    Task<ListIngestionJobsResponse> ListIngestionJobsAsync(ListIngestionJobsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks a running ingestion job to stop; what it has indexed stays.</summary>
    Task<StopIngestionJobResponse> StopIngestionJobAsync(StopIngestionJobRequest request, CancellationToken cancellationToken = default);

    /// <summary>Indexes given documents of a data source without an ingestion job.</summary>
    Task<IngestKnowledgeBaseDocumentsResponse> IngestKnowledgeBaseDocumentsAsync(IngestKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says how far given documents are indexed.</summary>
    Task<GetKnowledgeBaseDocumentsResponse> GetKnowledgeBaseDocumentsAsync(GetKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the documents of a data source with their status, a page at a time.</summary>
    Task<ListKnowledgeBaseDocumentsResponse> ListKnowledgeBaseDocumentsAsync(ListKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes given documents from the index.</summary>
    Task<DeleteKnowledgeBaseDocumentsResponse> DeleteKnowledgeBaseDocumentsAsync(DeleteKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a resource or changes their values.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a resource.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a resource.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
