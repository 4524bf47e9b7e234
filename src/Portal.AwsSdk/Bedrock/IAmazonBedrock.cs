using Amazon.Bedrock.Model;
using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Client of Amazon Bedrock: foundation models and inference profiles.</summary>
public interface IAmazonBedrock : IAmazonService, IDisposable
{
    /// <summary>Walks the pages of List operations.</summary>
    IBedrockPaginatorFactory Paginators { get; }

    /// <summary>Lists the foundation models of the region. There are no pages.</summary>
    Task<ListFoundationModelsResponse> ListFoundationModelsAsync(ListFoundationModelsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes a foundation model.</summary>
    Task<GetFoundationModelResponse> GetFoundationModelAsync(GetFoundationModelRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an application inference profile, which tracks use and cost of a model by tags.</summary>
    Task<CreateInferenceProfileResponse> CreateInferenceProfileAsync(CreateInferenceProfileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes an inference profile by id or ARN.</summary>
    Task<GetInferenceProfileResponse> GetInferenceProfileAsync(GetInferenceProfileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists inference profiles, a page at a time.</summary>
    Task<ListInferenceProfilesResponse> ListInferenceProfilesAsync(ListInferenceProfilesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an application inference profile.</summary>
    Task<DeleteInferenceProfileResponse> DeleteInferenceProfileAsync(DeleteInferenceProfileRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds tags to a resource or changes their values.</summary>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a resource.</summary>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of a resource.</summary>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);
}
