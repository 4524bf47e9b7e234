using Amazon.Runtime;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockRuntime.InvokeModelAsync"/>.</summary>
[RestOperation("POST", "/model/{modelId}/invoke")]
public class InvokeModelRequest : AmazonBedrockRuntimeRequest
{
    /// <summary>The request in the model's own form, as the content type says.</summary>
    [Payload]
    public MemoryStream? Body { get; set; }

    [Header("Content-Type")]
    public string? ContentType { get; set; }

    [Header("Accept")]
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

/// <summary>The answer of <see cref="IAmazonBedrockRuntime.InvokeModelAsync"/>.</summary>
public class InvokeModelResponse : AmazonWebServiceResponse
{
    /// <summary>The answer in the model's own form.</summary>
    [Payload]
    public MemoryStream Body { get; set; }

    [Header("Content-Type")]
    public string ContentType { get; set; }

    [Header("X-Amzn-Bedrock-PerformanceConfig-Latency")]
    public PerformanceConfigLatency? PerformanceConfigLatency { get; set; }

    [Header("X-Amzn-Bedrock-Service-Tier")]
    public ServiceTierType? ServiceTier { get; set; }
}
