using Portal.LocalCloud.Wire.Shapes;

namespace Portal.LocalCloud.Bedrock;

internal static class BedrockShapes
{
    public static ShapeValidator Validator { get; } = new(ShapeLibrary.Load("bedrock.shapes"));
}

/// <summary>An operation of Amazon Bedrock.</summary>
internal abstract class BedrockOperation<TRequest, TResponse>() : CheckedOperation<TRequest, TResponse>(BedrockShapes.Validator)
    where TRequest : notnull
    where TResponse : notnull;
