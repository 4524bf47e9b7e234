using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.EventStream;

/// <summary>Sends a sequence of events as they are made, flushing each.</summary>
internal static class EventStreamWriter
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    public static async Task WriteAsync(AwsCall call, IAsyncEnumerable<StreamEvent> events, JsonWriter json, CancellationToken token)
    {
        call.Http.Response.ContentType = ContentType;
        await call.Http.Response.StartAsync(token);
        try
        {
            await foreach (var item in events.WithCancellation(token))
                await SendAsync(call, item, json, token);
        }
        catch (AwsFault fault)
        {
            // The status is gone already; AWS reports what happens from here on inside the stream.
            await SendAsync(call, new StreamEvent(char.ToLowerInvariant(fault.Code[0]) + fault.Code[1..], new Dictionary<string, object> { ["message"] = fault.Message }) { IsException = true }, json, token);
        }
    }

    private static async Task SendAsync(AwsCall call, StreamEvent item, JsonWriter json, CancellationToken token)
    {
        var kind = item.IsException ? "exception" : "event";
        var frame = EventStreamFrame.Encode(
            [new($":{kind}-type", item.Type), new(":content-type", "application/json"), new(":message-type", kind)], json.Write(item.Payload));
        await call.Http.Response.Body.WriteAsync(frame, token);
        await call.Http.Response.Body.FlushAsync(token);
    }
}
