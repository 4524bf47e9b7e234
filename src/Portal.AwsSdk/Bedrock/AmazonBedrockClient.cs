using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.Bedrock;

/// <summary>Client of Amazon Bedrock: foundation models and inference profiles. Thread-safe; make one and keep it.</summary>
public class AmazonBedrockClient : AmazonServiceClient, IAmazonBedrock
{
    internal static readonly RestJsonService Service = new("Amazon.Bedrock", "2023-04-20", typeof(AmazonBedrockException));

    private static readonly ServiceMetadata Metadata = new("Bedrock");
    private BedrockPaginatorFactory? paginators;

    public AmazonBedrockClient() : base(new AmazonBedrockConfig()) { }

    public AmazonBedrockClient(RegionEndpoint region) : base(new AmazonBedrockConfig { RegionEndpoint = region }) { }

    public AmazonBedrockClient(AmazonBedrockConfig config) : base(config) { }

    public AmazonBedrockClient(AWSCredentials credentials) : this(credentials, new AmazonBedrockConfig()) { }

    public AmazonBedrockClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonBedrockConfig { RegionEndpoint = region }) { }

    public AmazonBedrockClient(AWSCredentials credentials, AmazonBedrockConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig()) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockConfig { RegionEndpoint = region }) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig()) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockConfig { RegionEndpoint = region }) { }

    public AmazonBedrockClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    /// <summary>Walks the pages of List operations.</summary>
    public IBedrockPaginatorFactory Paginators => paginators ??= new BedrockPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonBedrockClient(awsCredentials, (AmazonBedrockConfig)clientConfig);

    /// <inheritdoc/>
    public virtual Task<ListFoundationModelsResponse> ListFoundationModelsAsync(ListFoundationModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFoundationModelsResponse>(request, Service.Invocation<ListFoundationModelsRequest, ListFoundationModelsResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetFoundationModelResponse> GetFoundationModelAsync(GetFoundationModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetFoundationModelResponse>(request, Service.Invocation<GetFoundationModelRequest, GetFoundationModelResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateInferenceProfileResponse> CreateInferenceProfileAsync(CreateInferenceProfileRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateInferenceProfileResponse>(request, Service.Invocation<CreateInferenceProfileRequest, CreateInferenceProfileResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetInferenceProfileResponse> GetInferenceProfileAsync(GetInferenceProfileRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetInferenceProfileResponse>(request, Service.Invocation<GetInferenceProfileRequest, GetInferenceProfileResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListInferenceProfilesResponse> ListInferenceProfilesAsync(ListInferenceProfilesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInferenceProfilesResponse>(request, Service.Invocation<ListInferenceProfilesRequest, ListInferenceProfilesResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteInferenceProfileResponse> DeleteInferenceProfileAsync(DeleteInferenceProfileRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteInferenceProfileResponse>(request, Service.Invocation<DeleteInferenceProfileRequest, DeleteInferenceProfileResponse>(), cancellationToken);

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
