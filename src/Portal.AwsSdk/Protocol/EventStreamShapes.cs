using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Amazon.Runtime.Internal;

namespace Portal.AwsSdk.Protocol;

/// <summary>Names the events and exceptions of an event stream, ignoring case, and reads them from their JSON payloads.</summary>
internal static class EventStreamShapes
{
    /// <summary>The key under which the SDK looks up events whose name is not mapped.</summary>
    private const string UnknownEvent = "===UNKNOWN===";

    public static Dictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> Events(
        params (string Name, Func<IEventStreamMessage, IEventStreamEvent> Read)[] events)
    {
        var map = events.ToDictionary(item => item.Name, item => item.Read, StringComparer.OrdinalIgnoreCase);
        map["initial-response"] = message => new InitialResponseEvent(message);
        map[UnknownEvent] = message => new UnknownEventStreamEvent(message, message.Headers[":event-type"].AsString());
        return map;
    }

    public static IEventStreamEvent Event<T>(IEventStreamMessage message) where T : IEventStreamEvent, new() =>
        RestJsonContract.Read<T>(message.Payload);

    /// <summary>Maps each exception's name to <paramref name="wrap"/> of the payload's text and the typed exception.</summary>
    public static Dictionary<string, Func<IEventStreamMessage, TStreamException>> Exceptions<TStreamException>(
        ServiceErrors errors, Func<string, Exception, TStreamException> wrap, params string[] names) =>
        names.ToDictionary(
            name => name,
            name => (Func<IEventStreamMessage, TStreamException>)(message =>
                wrap(Encoding.UTF8.GetString(message.Payload), errors.Create(Error(name, message.Payload), message.Payload))),
            StringComparer.OrdinalIgnoreCase);

    private static ErrorResponse Error(string name, byte[] payload)
    {
        var error = new ErrorResponse { Code = name, Type = ErrorType.Unknown };
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (json.RootElement.TryGetProperty("message", out var message))
                error.Message = message.GetString();
        }
        catch (JsonException)
        {
            error.Message = Encoding.UTF8.GetString(payload);
        }

        return error;
    }
}
