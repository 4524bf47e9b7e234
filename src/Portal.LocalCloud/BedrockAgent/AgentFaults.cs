using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.BedrockAgent;

/// <summary>The errors of Agents for Amazon Bedrock; here a quota is 402, unlike in the runtime services.</summary>
internal static class AgentFaults
{
    public static AwsFault Invalid(string message) => new("ValidationException", 400, message);

    public static AwsFault Conflict(string message) => new("ConflictException", 409, message);

    public static AwsFault Quota(string message) => new("ServiceQuotaExceededException", 402, message);

    public static AwsFault NoKnowledgeBase(string id) => new("ResourceNotFoundException", 404, $"Knowledge Base with id {id} does not exist.");

    public static AwsFault NoDataSource(string id) => new("ResourceNotFoundException", 404, $"DataSource with id {id} does not exist.");

    public static AwsFault NoIngestionJob(string id) => new("ResourceNotFoundException", 404, $"Ingestion job with id {id} does not exist.");

    public static AwsFault NoResource(string arn) => new("ResourceNotFoundException", 404, $"The resource {arn} does not exist.");
}
