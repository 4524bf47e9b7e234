using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;

namespace Portal.AwsSdk.Protocol;

/// <summary>Free-form JSON as <see cref="Document"/>; whole numbers become the smallest of int and long that holds them, others double.</summary>
internal sealed class DocumentConverter : JsonConverter<Document>
{
    public override bool HandleNull => true;

    public override Document Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new Document(reader.GetString());
            case JsonTokenType.True or JsonTokenType.False:
                return new Document(reader.GetBoolean());
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var small) ? new Document(small)
                    : reader.TryGetInt64(out var large) ? new Document(large)
                    : new Document(reader.GetDouble());
            case JsonTokenType.StartArray:
                return ReadList(ref reader, options);
            case JsonTokenType.StartObject:
                return ReadDictionary(ref reader, options);
            default:
                return default;
        }
    }

    public override void Write(Utf8JsonWriter writer, Document value, JsonSerializerOptions options) =>
        DocumentMarshaller.Instance.Write(writer, value);

    private Document ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new List<Document>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, typeof(Document), options));
        return new Document(items);
    }

    private Document ReadDictionary(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var members = new Dictionary<string, Document>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            members[name] = Read(ref reader, typeof(Document), options);
        }

        return new Document(members);
    }
}
