using System.Collections;
using System.Text.Json;

namespace Portal.LocalCloud.Wire;

/// <summary>Writes records as JSON; members that are null are left out.</summary>
/// <param name="epochTimes">Times as seconds since 1970 (AWS JSON) instead of RFC 3339 (REST JSON).</param>
internal sealed class JsonWriter(bool epochTimes)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write(Shape shape, object record, Func<ShapeMember, bool> included)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteRecord(json, shape, record, included);
        return buffer.ToArray();
    }

    /// <summary>A free-standing value, e.g. an event's payload or a fault's members.</summary>
    public byte[] Write(object value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteValue(json, value);
        return buffer.ToArray();
    }

    private void WriteRecord(Utf8JsonWriter json, Shape shape, object record, Func<ShapeMember, bool> included)
    {
        json.WriteStartObject();
        foreach (var member in shape.Members)
        {
            if (!included(member) || member.Get(record) is not { } value)
                continue;
            json.WritePropertyName(member.JsonName);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case float number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case JsonElement element: element.WriteTo(json); break;
            case DateTimeOffset time when epochTimes: json.WriteNumberValue(time.ToUnixTimeMilliseconds() / 1000m); break;
            case DateTimeOffset time: json.WriteStringValue(Scalar.Iso8601(time)); break;
            case IDictionary map: WriteMap(json, map); break;
            case IEnumerable items: WriteList(json, items); break;
            default: WriteRecord(json, Shape.Of(value.GetType()), value, static _ => true); break;
        }
    }

    private void WriteMap(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName((string)entry.Key);
            if (entry.Value is null)
                json.WriteNullValue();
            else
                WriteValue(json, entry.Value);
        }

        json.WriteEndObject();
    }

    private void WriteList(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            WriteValue(json, item);
        json.WriteEndArray();
    }
}
