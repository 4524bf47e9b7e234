using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockRuntime.ConverseAsync"/>.</summary>
[RestOperation("POST", "/model/{modelId}/converse")]
public class ConverseRequest : AmazonBedrockRuntimeRequest
{
    [UriLabel]
    public string ModelId { get; set; }

    public List<Message>? Messages { get; set; }

    public List<SystemContentBlock>? System { get; set; }

    public InferenceConfiguration? InferenceConfig { get; set; }

    public ToolConfiguration? ToolConfig { get; set; }

    public GuardrailConfiguration? GuardrailConfig { get; set; }

    /// <summary>Inference parameters of the model's own, beyond the common ones.</summary>
    public Document AdditionalModelRequestFields { get; set; }

    public Dictionary<string, PromptVariableValues>? PromptVariables { get; set; }

    public List<string>? AdditionalModelResponseFieldPaths { get; set; }

    public Dictionary<string, string>? RequestMetadata { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public ServiceTier? ServiceTier { get; set; }

    public OutputConfig? OutputConfig { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockRuntime.ConverseAsync"/>.</summary>
public class ConverseResponse : AmazonWebServiceResponse
{
    public ConverseOutput Output { get; set; }

    public StopReason StopReason { get; set; }

    public TokenUsage Usage { get; set; }

    public ConverseMetrics Metrics { get; set; }

    public Document AdditionalModelResponseFields { get; set; }

    public ConverseTrace? Trace { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public ServiceTier? ServiceTier { get; set; }
}
