using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Portal.AwsSdk.Protocol;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The input of <see cref="IAmazonBedrockRuntime.ConverseStreamAsync"/>.</summary>
[RestOperation("POST", "/model/{modelId}/converse-stream")]
public class ConverseStreamRequest : AmazonBedrockRuntimeRequest
{
    [UriLabel]
    public string ModelId { get; set; }

    public List<Message>? Messages { get; set; }

    public List<SystemContentBlock>? System { get; set; }

    public InferenceConfiguration? InferenceConfig { get; set; }

    public ToolConfiguration? ToolConfig { get; set; }

    public GuardrailStreamConfiguration? GuardrailConfig { get; set; }

    /// <summary>Inference parameters of the model's own, beyond the common ones.</summary>
    public Document AdditionalModelRequestFields { get; set; }

    public Dictionary<string, PromptVariableValues>? PromptVariables { get; set; }

    public List<string>? AdditionalModelResponseFieldPaths { get; set; }

    public Dictionary<string, string>? RequestMetadata { get; set; }

    public PerformanceConfiguration? PerformanceConfig { get; set; }

    public ServiceTier? ServiceTier { get; set; }

    public OutputConfig? OutputConfig { get; set; }
}

/// <summary>The answer of <see cref="IAmazonBedrockRuntime.ConverseStreamAsync"/>.</summary>
public class ConverseStreamResponse : AmazonWebServiceResponse, IDisposable
{
    [Payload]
    public ConverseStreamOutput Stream { get; set; }

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

        Stream?.Dispose();
        Stream = null!;
    }
}
