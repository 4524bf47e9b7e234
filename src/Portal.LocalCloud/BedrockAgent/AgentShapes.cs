using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.BedrockAgent;

internal static class AgentShapes
{
    public static ShapeValidator Validator { get; } = new(ShapeLibrary.Load("bedrock-agent.shapes"));
}

/// <summary>An operation of Agents for Amazon Bedrock.</summary>
internal abstract class AgentOperation<TRequest, TResponse>() : CheckedOperation<TRequest, TResponse>(AgentShapes.Validator)
    where TRequest : notnull
    where TResponse : notnull;
