using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockRuntime;

internal static class InferenceFaults
{
    public static AwsFault Invalid(string message) => new("ValidationException", 400, message);

    public static AwsFault UnknownModel() => Invalid("The provided model identifier is invalid.");

    public static AwsFault Unsupported(string member) => Invalid($"'{member}' is not supported by LocalCloud.");
}
