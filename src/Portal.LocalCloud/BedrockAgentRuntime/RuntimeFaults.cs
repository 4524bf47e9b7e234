using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>The errors of Agents for Amazon Bedrock Runtime.</summary>
internal static class RuntimeFaults
{
    public static AwsFault Invalid(string message) => new("ValidationException", 400, message);

    public static AwsFault NoKnowledgeBase(string id) => new("ResourceNotFoundException", 404, $"Knowledge Base with id {id} does not exist.");

    public static AwsFault Unsupported(string member) => Invalid($"'{member}' is not supported by LocalCloud.");
}
