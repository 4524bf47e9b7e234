using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime;

/// <summary>Client of Agents for Amazon Bedrock Runtime: retrieval from knowledge bases and answers from it.</summary>
public interface IAmazonBedrockAgentRuntime : IAmazonService, IDisposable
{
    /// <summary>Walks the pages of List operations.</summary>
    IBedrockAgentRuntimePaginatorFactory Paginators { get; }

    /// <summary>Finds the chunks of a knowledge base that match a query.</summary>
    Task<RetrieveResponse> RetrieveAsync(RetrieveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Finds matching chunks and has a model answer from them, with citations.</summary>
    Task<RetrieveAndGenerateResponse> RetrieveAndGenerateAsync(RetrieveAndGenerateRequest request, CancellationToken cancellationToken = default);

    /// <summary>As RetrieveAndGenerate, with the answer and its citations as a stream. Dispose the response.</summary>
    Task<RetrieveAndGenerateStreamResponse> RetrieveAndGenerateStreamAsync(RetrieveAndGenerateStreamRequest request, CancellationToken cancellationToken = default);
}
