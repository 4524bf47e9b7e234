using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Bedrock;

internal sealed record DeleteInferenceProfileRequest
{
    public required string InferenceProfileIdentifier { get; init; }
}

internal sealed record DeleteInferenceProfileResponse;

[Http("DELETE", "/inference-profiles/{inferenceProfileIdentifier}")]
internal sealed class DeleteInferenceProfile(ProfileStore store) : BedrockOperation<DeleteInferenceProfileRequest, DeleteInferenceProfileResponse>
{
    protected override async Task<DeleteInferenceProfileResponse> RunAsync(DeleteInferenceProfileRequest request, CancellationToken token)
    {
        if (await store.DeleteAsync(request.InferenceProfileIdentifier, token)) return new();
        throw await store.FindAsync(request.InferenceProfileIdentifier, token) is null
            ? BedrockFaults.NoProfile(request.InferenceProfileIdentifier)
            : BedrockFaults.Invalid("System-defined inference profiles can not be deleted.");
    }
}
