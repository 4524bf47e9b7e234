using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.Bedrock;

/// <summary>AWS's inference profile, system-defined or an application's.</summary>
internal sealed record InferenceProfile
{
    public required string InferenceProfileName { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public required string InferenceProfileArn { get; init; }

    public required IReadOnlyList<ProfileModel> Models { get; init; }

    public required string InferenceProfileId { get; init; }

    public string Status { get; init; } = "ACTIVE";

    public required string Type { get; init; }
}

internal sealed record ProfileModel(string ModelArn);

/// <summary>The profiles AWS defines, one for each model and area.</summary>
internal static class SystemProfiles
{
    private static readonly Dictionary<string, string[]> Regions = new(StringComparer.Ordinal)
    {
        ["us"] = ["us-east-1", "us-east-2", "us-west-2"],
        ["eu"] = ["eu-central-1", "eu-west-1", "eu-west-3"],
        ["apac"] = ["ap-northeast-1", "ap-southeast-2"],
        ["au"] = ["ap-southeast-2", "ap-southeast-4"],
        ["jp"] = ["ap-northeast-1", "ap-northeast-3"],
        ["global"] = ["us-east-1", "eu-west-1", "ap-northeast-1"],
    };

    private static readonly DateTimeOffset Since = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Those that can be used from a region: its own area's and the global ones.</summary>
    public static IEnumerable<InferenceProfile> Of(string region, string accountId) =>
        from model in ModelCatalog.All
        from prefix in model.Profiles
        where prefix == "global" || Regions[prefix].Contains(region)
        select new InferenceProfile
        {
            InferenceProfileName = $"{(prefix == "global" ? "Global" : prefix.ToUpperInvariant())} {model.Provider} {model.Name}",
            Description = $"Routes requests to {model.Name} in {string.Join(" and ", Regions[prefix])}.",
            CreatedAt = Since,
            UpdatedAt = Since,
            InferenceProfileArn = $"arn:aws:bedrock:{region}:{accountId}:inference-profile/{prefix}.{model.Id}",
            InferenceProfileId = $"{prefix}.{model.Id}",
            Models = [.. Regions[prefix].Select(place => new ProfileModel($"arn:aws:bedrock:{place}::foundation-model/{model.Id}"))],
            Type = "SYSTEM_DEFINED",
        };
}
