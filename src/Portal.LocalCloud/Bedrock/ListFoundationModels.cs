using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.Bedrock;

internal sealed record ListFoundationModelsRequest
{
    [Query("byProvider")]
    public string? ByProvider { get; init; }

    [Query("byCustomizationType")]
    public string? ByCustomizationType { get; init; }

    [Query("byOutputModality")]
    public string? ByOutputModality { get; init; }

    [Query("byInferenceType")]
    public string? ByInferenceType { get; init; }
}

internal sealed record ListFoundationModelsResponse
{
    public required IReadOnlyList<FoundationModelDetails> ModelSummaries { get; init; }
}

/// <summary>The built-in models under their own names, and the real models' names they also answer to.</summary>
[Http("GET", "/foundation-models")]
internal sealed class ListFoundationModels(LocalAccount account) : BedrockOperation<ListFoundationModelsRequest, ListFoundationModelsResponse>
{
    protected override Task<ListFoundationModelsResponse> RunAsync(ListFoundationModelsRequest request, CancellationToken token)
    {
        var models = ModelCatalog.All.Select(model => FoundationModelDetails.Of(model, account.Region))
            .Where(model => request.ByProvider is null || model.ProviderName.Equals(request.ByProvider, StringComparison.OrdinalIgnoreCase))
            .Where(model => request.ByOutputModality is null || model.OutputModalities.Contains(request.ByOutputModality))
            .Where(model => request.ByInferenceType is null || model.InferenceTypesSupported.Contains(request.ByInferenceType))
            .Where(model => request.ByCustomizationType is null || model.CustomizationsSupported.Contains(request.ByCustomizationType));
        return Task.FromResult(new ListFoundationModelsResponse { ModelSummaries = [.. models] });
    }
}
