using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>Walks the pages of List operations; each paginator can be enumerated once.</summary>
public interface IBedrockPaginatorFactory
{
    IListInferenceProfilesPaginator ListInferenceProfiles(ListInferenceProfilesRequest request);
}

/// <summary>The pages of <see cref="IAmazonBedrock.ListInferenceProfilesAsync"/>, or their items one after the other.</summary>
public interface IListInferenceProfilesPaginator
{
    IPaginatedEnumerable<ListInferenceProfilesResponse> Responses { get; }

    IPaginatedEnumerable<InferenceProfileSummary> InferenceProfileSummaries { get; }
}
