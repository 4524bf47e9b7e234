using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Bedrock;

internal sealed record GetInferenceProfileRequest
{
    public required string InferenceProfileIdentifier { get; init; }
}

[Http("GET", "/inference-profiles/{inferenceProfileIdentifier}")]
internal sealed class GetInferenceProfile(ProfileStore store) : BedrockOperation<GetInferenceProfileRequest, InferenceProfile>
{
    protected override async Task<InferenceProfile> RunAsync(GetInferenceProfileRequest request, CancellationToken token) =>
        await store.FindAsync(request.InferenceProfileIdentifier, token) ?? throw BedrockFaults.NoProfile(request.InferenceProfileIdentifier);
}
