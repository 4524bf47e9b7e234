using Amazon.Runtime;

namespace Amazon.BedrockAgentRuntime.Model;

/// <summary>Walks the pages of List operations; each paginator can be enumerated once.</summary>
public interface IBedrockAgentRuntimePaginatorFactory
{
    IRetrievePaginator Retrieve(RetrieveRequest request);
}

/// <summary>The pages of <see cref="IAmazonBedrockAgentRuntime.RetrieveAsync"/>, or their items one after the other.</summary>
public interface IRetrievePaginator
{
    IPaginatedEnumerable<RetrieveResponse> Responses { get; }

    IPaginatedEnumerable<KnowledgeBaseRetrievalResult> RetrievalResults { get; }
}
