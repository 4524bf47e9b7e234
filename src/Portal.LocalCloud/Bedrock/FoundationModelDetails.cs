using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.Bedrock;

/// <summary>AWS's FoundationModelDetails and FoundationModelSummary, which have the same members.</summary>
internal sealed record FoundationModelDetails
{
    public required string ModelArn { get; init; }

    public required string ModelId { get; init; }

    public required string ModelName { get; init; }

    public required string ProviderName { get; init; }

    public required IReadOnlyList<string> InputModalities { get; init; }

    public required IReadOnlyList<string> OutputModalities { get; init; }

    public required bool ResponseStreamingSupported { get; init; }

    public IReadOnlyList<string> CustomizationsSupported { get; init; } = [];

    public IReadOnlyList<string> InferenceTypesSupported { get; init; } = ["ON_DEMAND"];

    public required IReadOnlyDictionary<string, string> ModelLifecycle { get; init; }

    public static FoundationModelDetails Of(FoundationModel model, string region) => new()
    {
        ModelArn = $"arn:aws:bedrock:{region}::foundation-model/{model.Id}",
        ModelId = model.Id,
        ModelName = model.Name,
        ProviderName = model.Provider,
        InputModalities = model.ReadsImages ? ["TEXT", "IMAGE"] : ["TEXT"],
        OutputModalities = [model.Purpose == ModelPurpose.Embedding ? "EMBEDDING" : "TEXT"],
        ResponseStreamingSupported = model.Purpose == ModelPurpose.Chat,
        ModelLifecycle = new Dictionary<string, string> { ["status"] = model.IsLegacy ? "LEGACY" : "ACTIVE" },
    };
}
