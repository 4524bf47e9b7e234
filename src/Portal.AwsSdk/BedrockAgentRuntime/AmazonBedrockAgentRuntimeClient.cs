using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockAgentRuntime;

/// <summary>Client of Agents for Amazon Bedrock Runtime: retrieval from knowledge bases and answers from it. Thread-safe; make one and keep it.</summary>
public class AmazonBedrockAgentRuntimeClient : AmazonServiceClient, IAmazonBedrockAgentRuntime
{
    internal static readonly RestJsonService Service = new("Amazon.BedrockAgentRuntime", "2023-07-26", typeof(AmazonBedrockAgentRuntimeException));

    private static readonly ServiceMetadata Metadata = new("Bedrock Agent Runtime");
    private BedrockAgentRuntimePaginatorFactory? paginators;

    public AmazonBedrockAgentRuntimeClient() : base(new AmazonBedrockAgentRuntimeConfig()) { }

    public AmazonBedrockAgentRuntimeClient(RegionEndpoint region) : base(new AmazonBedrockAgentRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentRuntimeClient(AmazonBedrockAgentRuntimeConfig config) : base(config) { }

    public AmazonBedrockAgentRuntimeClient(AWSCredentials credentials) : this(credentials, new AmazonBedrockAgentRuntimeConfig()) { }

    public AmazonBedrockAgentRuntimeClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonBedrockAgentRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentRuntimeClient(AWSCredentials credentials, AmazonBedrockAgentRuntimeConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockAgentRuntimeConfig()) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockAgentRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockAgentRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockAgentRuntimeConfig()) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockAgentRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockAgentRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockAgentRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    /// <summary>Walks the pages of List operations.</summary>
    public IBedrockAgentRuntimePaginatorFactory Paginators => paginators ??= new BedrockAgentRuntimePaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockAgentRuntimeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonBedrockAgentRuntimeClient(awsCredentials, (AmazonBedrockAgentRuntimeConfig)clientConfig);

    /// <inheritdoc/>
    public virtual Task<RetrieveResponse> RetrieveAsync(RetrieveRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RetrieveResponse>(request, Service.Invocation<RetrieveRequest, RetrieveResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RetrieveAndGenerateResponse> RetrieveAndGenerateAsync(RetrieveAndGenerateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RetrieveAndGenerateResponse>(request, Service.Invocation<RetrieveAndGenerateRequest, RetrieveAndGenerateResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RetrieveAndGenerateStreamResponse> RetrieveAndGenerateStreamAsync(RetrieveAndGenerateStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RetrieveAndGenerateStreamResponse>(request, Service.Invocation<RetrieveAndGenerateStreamRequest, RetrieveAndGenerateStreamResponse>(), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => RegionalPipeline.Customize(pipeline);
}
