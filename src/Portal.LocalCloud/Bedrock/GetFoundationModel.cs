using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.Bedrock;

internal sealed record GetFoundationModelRequest
{
    public required string ModelIdentifier { get; init; }
}

internal sealed record GetFoundationModelResponse
{
    public required FoundationModelDetails ModelDetails { get; init; }
}

[Http("GET", "/foundation-models/{modelIdentifier}")]
internal sealed class GetFoundationModel(LocalAccount account) : BedrockOperation<GetFoundationModelRequest, GetFoundationModelResponse>
{
    protected override Task<GetFoundationModelResponse> RunAsync(GetFoundationModelRequest request, CancellationToken token) =>
        Task.FromResult(new GetFoundationModelResponse { ModelDetails = FoundationModelDetails.Of(ModelCatalog.Find(request.ModelIdentifier) ?? throw BedrockFaults.NoModel(), account.Region) });
}
