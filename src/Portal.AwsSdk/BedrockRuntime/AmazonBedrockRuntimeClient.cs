using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime;

/// <summary>Client of Amazon Bedrock Runtime: model invocation, whole or streamed. Thread-safe; make one and keep it.</summary>
public class AmazonBedrockRuntimeClient : AmazonServiceClient, IAmazonBedrockRuntime
{
    internal static readonly RestJsonService Service = new("Amazon.BedrockRuntime", "2023-09-30", typeof(AmazonBedrockRuntimeException));

    private static readonly ServiceMetadata Metadata = new("Bedrock Runtime");

    public AmazonBedrockRuntimeClient() : base(new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(RegionEndpoint region) : base(new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(AmazonBedrockRuntimeConfig config) : base(config) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials) : this(credentials, new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, AmazonBedrockRuntimeConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonBedrockRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockRuntimeConfig()) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonBedrockRuntimeConfig { RegionEndpoint = region }) { }

    public AmazonBedrockRuntimeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonBedrockRuntimeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockRuntimeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonBedrockRuntimeClient(awsCredentials, (AmazonBedrockRuntimeConfig)clientConfig);

    /// <inheritdoc/>
    public virtual Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ConverseResponse>(request, Service.Invocation<ConverseRequest, ConverseResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ConverseStreamResponse> ConverseStreamAsync(ConverseStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ConverseStreamResponse>(request, Service.Invocation<ConverseStreamRequest, ConverseStreamResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeModelResponse>(request, Service.Invocation<InvokeModelRequest, InvokeModelResponse>(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InvokeModelWithResponseStreamResponse> InvokeModelWithResponseStreamAsync(InvokeModelWithResponseStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeModelWithResponseStreamResponse>(request, Service.Invocation<InvokeModelWithResponseStreamRequest, InvokeModelWithResponseStreamResponse>(), cancellationToken);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => RegionalPipeline.Customize(pipeline);
}
