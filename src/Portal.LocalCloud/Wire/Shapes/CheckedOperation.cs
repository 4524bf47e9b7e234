using System.Text.Json;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.Shapes;

/// <summary>An operation whose whole request, nested structures included, is first checked against the shape that bears its record's name.</summary>
internal abstract class CheckedOperation<TRequest, TResponse>(ShapeValidator shapes) : IOperation<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : notnull
{
    private static readonly JsonWriter Json = new(epochTimes: false);

    public async Task<TResponse> Handle(TRequest request, CancellationToken token)
    {
        using var document = JsonDocument.Parse(Json.Write(Shape.Of(typeof(TRequest)), request, member => member.HeaderName is null && !member.IsPayload));
        var violations = shapes.Validate(typeof(TRequest).Name, document.RootElement);
        if (violations.Count > 0) throw new AwsFault("ValidationException", 400, ShapeValidator.Describe(violations));
        return await RunAsync(request, token);
    }

    protected abstract Task<TResponse> RunAsync(TRequest request, CancellationToken token);
}
