using Amazon.BedrockAgent.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgent;

/// <summary>Client of Agents for Amazon Bedrock: knowledge bases, data sources, ingestion jobs and documents. Thread-safe; make one and keep it.</summary>
public class AmazonBedrockAgentClient : AmazonServiceClient, IAmazonBedrockAgent
{
    internal static readonly RestJsonService Service = new("Amazon.BedrockAgent", "2023-06-05", typeof(AmazonBedrockAgentException));

    private static readonly ServiceMetadata Metadata = new("Bedrock Agent");
    private BedrockAgentPaginatorFactory? paginators;

    public AmazonBedrockAgentClient() : base(new AmazonBedrockAgentConfig()) { }

    public AmazonBedrockAgentClient(RegionEndpoint region) : base(new AmazonBedrockAgentConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentClient(AmazonBedrockAgentConfig config) : base(config) { }

    public AmazonBedrockAgentClient(AWSCredentials credentials) : this(credentials, new AmazonBedrockAgentConfig()) { }

    public AmazonBedrockAgentClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonBedrockAgentConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentClient(AWSCredentials credentials, AmazonBedrockAgentConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockAgentConfig()) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockAgentConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockAgentConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockAgentConfig()) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockAgentConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockAgentConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    /// <summary>Walks the pages of List operations.</summary>
    public IBedrockAgentPaginatorFactory Paginators => paginators ??= new BedrockAgentPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockAgentConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonBedrockAgentClient(awsCredentials, (AmazonBedrockAgentConfig)clientConfig);

    /// <inheritdoc/>
    public virtual Task<CreateKnowledgeBaseResponse> CreateKnowledgeBaseAsync(CreateKnowledgeBaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateKnowledgeBaseResponse>(request, Service.Invocation<CreateKnowledgeBaseRequest, CreateKnowledgeBaseResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetKnowledgeBaseResponse> GetKnowledgeBaseAsync(GetKnowledgeBaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetKnowledgeBaseResponse>(request, Service.Invocation<GetKnowledgeBaseRequest, GetKnowledgeBaseResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListKnowledgeBasesResponse> ListKnowledgeBasesAsync(ListKnowledgeBasesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListKnowledgeBasesResponse>(request, Service.Invocation<ListKnowledgeBasesRequest, ListKnowledgeBasesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateKnowledgeBaseResponse> UpdateKnowledgeBaseAsync(UpdateKnowledgeBaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateKnowledgeBaseResponse>(request, Service.Invocation<UpdateKnowledgeBaseRequest, UpdateKnowledgeBaseResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteKnowledgeBaseResponse> DeleteKnowledgeBaseAsync(DeleteKnowledgeBaseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteKnowledgeBaseResponse>(request, Service.Invocation<DeleteKnowledgeBaseRequest, DeleteKnowledgeBaseResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateDataSourceResponse> CreateDataSourceAsync(CreateDataSourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDataSourceResponse>(request, Service.Invocation<CreateDataSourceRequest, CreateDataSourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetDataSourceResponse> GetDataSourceAsync(GetDataSourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDataSourceResponse>(request, Service.Invocation<GetDataSourceRequest, GetDataSourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListDataSourcesResponse> ListDataSourcesAsync(ListDataSourcesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListDataSourcesResponse>(request, Service.Invocation<ListDataSourcesRequest, ListDataSourcesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateDataSourceResponse> UpdateDataSourceAsync(UpdateDataSourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDataSourceResponse>(request, Service.Invocation<UpdateDataSourceRequest, UpdateDataSourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteDataSourceResponse> DeleteDataSourceAsync(DeleteDataSourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDataSourceResponse>(request, Service.Invocation<DeleteDataSourceRequest, DeleteDataSourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartIngestionJobResponse> StartIngestionJobAsync(StartIngestionJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartIngestionJobResponse>(request, Service.Invocation<StartIngestionJobRequest, StartIngestionJobResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIngestionJobResponse> GetIngestionJobAsync(GetIngestionJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIngestionJobResponse>(request, Service.Invocation<GetIngestionJobRequest, GetIngestionJobResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListIngestionJobsResponse> ListIngestionJobsAsync(ListIngestionJobsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListIngestionJobsResponse>(request, Service.Invocation<ListIngestionJobsRequest, ListIngestionJobsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopIngestionJobResponse> StopIngestionJobAsync(StopIngestionJobRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopIngestionJobResponse>(request, Service.Invocation<StopIngestionJobRequest, StopIngestionJobResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<IngestKnowledgeBaseDocumentsResponse> IngestKnowledgeBaseDocumentsAsync(IngestKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<IngestKnowledgeBaseDocumentsResponse>(request, Service.Invocation<IngestKnowledgeBaseDocumentsRequest, IngestKnowledgeBaseDocumentsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetKnowledgeBaseDocumentsResponse> GetKnowledgeBaseDocumentsAsync(GetKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetKnowledgeBaseDocumentsResponse>(request, Service.Invocation<GetKnowledgeBaseDocumentsRequest, GetKnowledgeBaseDocumentsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListKnowledgeBaseDocumentsResponse> ListKnowledgeBaseDocumentsAsync(ListKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListKnowledgeBaseDocumentsResponse>(request, Service.Invocation<ListKnowledgeBaseDocumentsRequest, ListKnowledgeBaseDocumentsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteKnowledgeBaseDocumentsResponse> DeleteKnowledgeBaseDocumentsAsync(DeleteKnowledgeBaseDocumentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteKnowledgeBaseDocumentsResponse>(request, Service.Invocation<DeleteKnowledgeBaseDocumentsRequest, DeleteKnowledgeBaseDocumentsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Service.Invocation<TagResourceRequest, TagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Service.Invocation<UntagResourceRequest, UntagResourceResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, Service.Invocation<ListTagsForResourceRequest, ListTagsForResourceResponse>(), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => RegionalPipeline.Customize(pipeline);
}
