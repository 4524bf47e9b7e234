using System.Text.Json;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.AwsJson;

/// <summary>AWS JSON 1.0 and 1.1: every call is a POST to the root, the operation is in X-Amz-Target.</summary>
/// <param name="targetPrefix">What precedes the operation's name, e.g. <c>SageMaker</c>.</param>
/// <param name="version"><c>1.0</c> or <c>1.1</c>.</param>
internal sealed class AwsJsonWire(string targetPrefix, string version) : IWire
{
    private static readonly JsonWriter Json = new(epochTimes: true);
    private readonly string contentType = $"application/x-amz-json-{version}";

    public FaultVocabulary Faults { get; } = new JsonFaults(throttledStatus: 400);

    public MatchedOperation? Find(ServiceApi api, AwsCall call)
    {
        var target = call.Header("X-Amz-Target") ?? "";
        var dot = target.LastIndexOf('.');
        return dot > 0 && target[..dot] == targetPrefix && api.Operations.FirstOrDefault(operation => operation.Name == target[(dot + 1)..]) is { } found
            ? new MatchedOperation(found, new Dictionary<string, string>())
            : null;
    }

    public bool Recognises(AwsCall call) => call.Header("X-Amz-Target")?.StartsWith(targetPrefix + ".", StringComparison.Ordinal) == true;

    public async ValueTask<object> ReadAsync(AwsCall call, MatchedOperation matched, CancellationToken token)
    {
        var request = matched.Operation.Request.Create();
        if (call.BodyLength is 0)
            return request;
        try
        {
            using var document = await JsonDocument.ParseAsync(call.Body, cancellationToken: token);
            JsonReader.Fill(document.RootElement, matched.Operation.Request, request, static _ => true);
            return request;
        }
        catch (UnsupportedMemberException unsupported)
        {
            throw Faults.Invalid($"1 validation error detected: {unsupported.Message}");
        }
        catch (JsonException error)
        {
            throw new AwsFault("SerializationException", 400, error.Message);
        }
    }

    public Task WriteAsync(AwsCall call, Operation operation, object response, CancellationToken token) =>
        BodyWriter.WriteAsync(call, Json.Write(operation.Response, response, static _ => true), contentType, token);

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken token)
    {
        var members = new Dictionary<string, object> { ["__type"] = fault.Code, ["message"] = fault.Message };
        foreach (var (name, value) in fault.Fields)
            members[name] = value;
        return BodyWriter.WriteAsync(call, Json.Write(members), contentType, token);
    }
}
