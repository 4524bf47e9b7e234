using System.Text;
using Amazon.Runtime.EventStreams;

namespace Portal.AwsSdk.Tests;

/// <summary>Event stream messages as a server sends them.</summary>
internal static class EventStreamBytes
{
    public static byte[] Event(string type, string json) => Message("event", (":event-type", type), json);

    public static byte[] Exception(string type, string json) => Message("exception", (":exception-type", type), json);

    private static byte[] Message(string messageType, (string Name, string Value) kind, string json) => new EventStreamMessage(
        [Header(":message-type", messageType), Header(kind.Name, kind.Value), Header(":content-type", "application/json")],
        Encoding.UTF8.GetBytes(json)).ToByteArray();

    private static EventStreamHeader Header(string name, string value)
    {
        var header = new EventStreamHeader(name);
        header.SetString(value);
        return header;
    }
}
