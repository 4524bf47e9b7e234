using Portal.Aws;

namespace Portal.KnowledgeBases;

/// <summary>Completes model ids to the ARNs that some operations want.</summary>
public static class ModelArn
{
    private static readonly string[] ProfilePrefixes = ["us.", "eu.", "apac.", "au.", "jp.", "in.", "ca.", "us-gov.", "global."];

    /// <summary>The ARN of a foundation model; what is an ARN already stays as it is.</summary>
    public static string OfFoundationModel(string modelId, AwsConnection connection) =>
        modelId.StartsWith("arn:", StringComparison.Ordinal) ? modelId : $"arn:aws:bedrock:{connection.Region}::foundation-model/{modelId}";

    /// <summary>The ARN of what answers: a system inference profile when the id begins with a geography, otherwise a foundation model.</summary>
    public static string OfAnswerer(string modelId, AwsConnection connection) =>
        !modelId.StartsWith("arn:", StringComparison.Ordinal) && IsProfile(modelId)
            ? $"arn:aws:bedrock:{connection.Region}:{connection.AccountId}:inference-profile/{modelId}"
            : OfFoundationModel(modelId, connection);

    /// <summary>Whether it names an inference profile, by a geography before the model or by its ARN.</summary>
    public static bool IsProfile(string modelId) => modelId.StartsWith("arn:", StringComparison.Ordinal)
        ? modelId.Contains("inference-profile/", StringComparison.Ordinal)
        : ProfilePrefixes.Any(prefix => modelId.StartsWith(prefix, StringComparison.Ordinal));
}
