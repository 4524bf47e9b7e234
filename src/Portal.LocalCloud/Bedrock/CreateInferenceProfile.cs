using System.Security.Cryptography;
using System.Text.Json;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Bedrock;

internal sealed record CreateInferenceProfileRequest
{
    public required string InferenceProfileName { get; init; }

    public string? Description { get; init; }

    public string? ClientRequestToken { get; init; }

    public required JsonElement? ModelSource { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}

internal sealed record Tag
{
    public string Key { get; init; } = "";

    public string Value { get; init; } = "";
}

internal sealed record CreateInferenceProfileResponse(string InferenceProfileArn, string Status);

/// <summary>Copies a foundation model (one Region) or a system profile (its Regions) under a name whose use can be told apart.</summary>
[Http("POST", "/inference-profiles", Status = 201)]
internal sealed class CreateInferenceProfile(ProfileStore store) : BedrockOperation<CreateInferenceProfileRequest, CreateInferenceProfileResponse>
{
    private const int MaximumProfiles = 1000;

    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    protected override async Task<CreateInferenceProfileResponse> RunAsync(CreateInferenceProfileRequest request, CancellationToken token)
    {
        if (request.ClientRequestToken is { } given && await store.FindByClientTokenAsync(given, token) is { } known) return new(known.InferenceProfileArn, known.Status);
        var source = request.ModelSource!.Value.GetProperty("copyFrom").GetString()!;
        var models = source.Contains(":inference-profile/", StringComparison.Ordinal)
            ? (await store.FindAsync(source, token))?.Models.Select(model => model.ModelArn).ToList()
            : ModelCatalog.Find(source) is { Purpose: ModelPurpose.Chat } ? [source] : null;
        if (models is null) throw BedrockFaults.Invalid("The provided model identifier is invalid.");
        if (request.Tags is { Count: > TagResource.MaximumTags }) throw BedrockFaults.TooManyTags();
        if (request.Tags?.DistinctBy(tag => tag.Key).Count() < request.Tags?.Count) throw BedrockFaults.Invalid("The tags must have different keys.");
        if (await store.CountAsync(token) >= MaximumProfiles) throw BedrockFaults.Quota("The number of inference profiles exceeds the maximum of 1000 per account.");

        var id = RandomNumberGenerator.GetString(IdLetters, 12);
        if (!await store.AddAsync(id, request, source, models, token)) throw BedrockFaults.Conflict($"An inference profile named {request.InferenceProfileName} already exists.");
        return new(store.ArnOf(id), "ACTIVE");
    }
}
