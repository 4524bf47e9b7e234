using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockRuntime.InvokeModelWithResponseStreamAsync"/>.</summary>
[RestOperation("POST", "/model/{modelId}/invoke-with-response-stream")]
public class InvokeModelWithResponseStreamRequest : AmazonBedrockRuntimeRequest
{
    /// <summary>The request in the model's own form, as the content type says.</summary>
    [Payload]
    public MemoryStream? Body { get; set; }

    [Header("Content-Type")]
    public string? ContentType { get; set; }

    [Header("X-Amzn-Bedrock-Accept")]
    public string? Accept { get; set; }

    [UriLabel]
    public string ModelId { get; set; }

    [Header("X-Amzn-Bedrock-Trace")]
    public Trace? Trace { get; set; }

    [Header("X-Amzn-Bedrock-GuardrailIdentifier")]
    public string? GuardrailIdentifier { get; set; }

    [Header("X-Amzn-Bedrock-GuardrailVersion")]
    public string? GuardrailVersion { get; set; }

    [Header("X-Amzn-Bedrock-PerformanceConfig-Latency")]
    public PerformanceConfigLatency? PerformanceConfigLatency { get; set; }

    [Header("X-Amzn-Bedrock-Service-Tier")]
    public ServiceTierType? ServiceTier { get; set; }

    [Header("X-Amzn-Bedrock-Request-Metadata")]
    public string? RequestMetadata { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockRuntime.InvokeModelWithResponseStreamAsync"/>.</summary>
public class InvokeModelWithResponseStreamResponse : AmazonWebServiceResponse, IDisposable
{
    [Payload]
    public ResponseStream Body { get; set; }

    [Header("X-Amzn-Bedrock-Content-Type")]
    public string ContentType { get; set; }

    [Header("X-Amzn-Bedrock-PerformanceConfig-Latency")]
    public PerformanceConfigLatency? PerformanceConfigLatency { get; set; }

    [Header("X-Amzn-Bedrock-Service-Tier")]
    public ServiceTierType? ServiceTier { get; set; }

    /// <summary>Ends the stream and its connection.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        Body?.Dispose();
        Body = null!;
    }
}
