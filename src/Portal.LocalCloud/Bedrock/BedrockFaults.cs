using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Bedrock;

/// <summary>The errors of Amazon Bedrock; a conflict is 400 here.</summary>
internal static class BedrockFaults
{
    public static AwsFault Invalid(string message) => new("ValidationException", 400, message);

    public static AwsFault Conflict(string message) => new("ConflictException", 400, message);

    public static AwsFault NoModel() => new("ResourceNotFoundException", 404, "Could not resolve the foundation model from the provided model identifier.");

    public static AwsFault NoProfile(string id) => new("ResourceNotFoundException", 404, $"The inference profile {id} does not exist.");

    public static AwsFault NoResource(string arn) => new("ResourceNotFoundException", 404, $"The resource {arn} does not exist.");

    public static AwsFault TooManyTags() => new("TooManyTagsException", 400, "The resource would have more than 50 tags.");

    public static AwsFault Quota(string message) => new("ServiceQuotaExceededException", 400, message);
}
