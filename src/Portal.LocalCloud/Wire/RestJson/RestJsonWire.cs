using System.Text.Json;
using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire.EventStream;

namespace Portal.LocalCloud.Wire.RestJson;

/// <summary>REST with JSON bodies: the Bedrock family and others.</summary>
internal sealed class RestJsonWire : IWire
{
    private static readonly JsonWriter Json = new(epochTimes: false);

    public FaultVocabulary Faults { get; } = new JsonFaults(throttledStatus: 429);

    public MatchedOperation? Find(ServiceApi api, AwsCall call) => RestBinder.Find(api, call);

    public bool Recognises(AwsCall call) =>
        call.Http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    public async ValueTask<object> ReadAsync(AwsCall call, MatchedOperation matched, CancellationToken token)
    {
        var shape = matched.Operation.Request;
        var request = shape.Create();
        try
        {
            RestBinder.Bind(call, matched, request);
            if (shape.Payload is { } payload)
                await ReadPayloadAsync(call, payload, request, token);
            else if (call.BodyLength is not 0)
                await ReadMembersAsync(call, matched, request, token);
        }
        catch (UnsupportedMemberException unsupported)
        {
            throw Faults.Invalid($"1 validation error detected: {unsupported.Message}");
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new AwsFault("SerializationException", 400, error.Message);
        }

        return request;
    }

    public async Task WriteAsync(AwsCall call, Operation operation, object response, CancellationToken token)
    {
        RestBinder.WriteHead(call, operation, response);
        switch (operation.Response.Payload?.Get(response))
        {
            case null:
                await BodyWriter.WriteAsync(call, Json.Write(operation.Response, response, member => member.IsInBody), "application/json", token);
                break;
            case byte[] bytes:
                await BodyWriter.WriteAsync(call, bytes, "application/octet-stream", token);
                break;
            case ResponseBody body:
                await BodyWriter.WriteAsync(call, body, token);
                break;
            case IAsyncEnumerable<StreamEvent> events:
                await EventStreamWriter.WriteAsync(call, events, Json, token);
                break;
            case { } record:
                await BodyWriter.WriteAsync(call, Json.Write(record), "application/json", token);
                break;
        }
    }

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken token)
    {
        call.Http.Response.Headers["x-amzn-ErrorType"] = fault.Code;
        var members = new Dictionary<string, object> { ["message"] = fault.Message };
        foreach (var (name, value) in fault.Fields)
            members[name] = value;
        return BodyWriter.WriteAsync(call, Json.Write(members), "application/json", token);
    }

    private static async ValueTask ReadPayloadAsync(AwsCall call, ShapeMember payload, object request, CancellationToken token)
    {
        if (payload.Type.Clr == typeof(RequestBody))
        {
            payload.Set(request, new RequestBody(call.Body, call.BodyLength, () => call.Trailers));
        }
        else if (payload.Type.Clr == typeof(byte[]))
        {
            using var buffer = new MemoryStream();
            await call.Body.CopyToAsync(buffer, token);
            payload.Set(request, buffer.ToArray());
        }
        else if (call.BodyLength is not 0)
        {
            using var document = await JsonDocument.ParseAsync(call.Body, cancellationToken: token);
            payload.Set(request, JsonReader.Read(document.RootElement, payload.Type, payload.JsonName));
        }
    }

    private static async ValueTask ReadMembersAsync(AwsCall call, MatchedOperation matched, object request, CancellationToken token)
    {
        using var document = await JsonDocument.ParseAsync(call.Body, cancellationToken: token);
        JsonReader.Fill(document.RootElement, matched.Operation.Request, request,
            member => member.IsInBody && !RestBinder.IsLabel(matched, member));
    }
}
