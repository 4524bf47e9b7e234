using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>Client of Amazon Bedrock Runtime: model invocation, whole or streamed.</summary>
public interface IAmazonBedrockRuntime : IAmazonService, IDisposable
{
    /// <summary>Has a model continue a conversation, in one form for all models.</summary>
    Task<ConverseResponse> ConverseAsync(ConverseRequest request, CancellationToken cancellationToken = default);

    /// <summary>As Converse, with the answer as a stream of events. Dispose the response.</summary>
    Task<ConverseStreamResponse> ConverseStreamAsync(ConverseStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Invokes a model with a body in the model's own form.</summary>
    Task<InvokeModelResponse> InvokeModelAsync(InvokeModelRequest request, CancellationToken cancellationToken = default);

    /// <summary>As InvokeModel, with the answer as a stream of chunks. Dispose the response.</summary>
    Task<InvokeModelWithResponseStreamResponse> InvokeModelWithResponseStreamAsync(InvokeModelWithResponseStreamRequest request, CancellationToken cancellationToken = default);
}
