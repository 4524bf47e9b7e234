using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Documents;

/// <summary>One attribute of a sidecar.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IncludeForEmbedding">Whether the attribute is put before the chunk when it is embedded; only the full form of a value can say so.</param>
public sealed record MetadataAttribute(MetadataValue Value, bool IncludeForEmbedding = false);

/// <summary>How the rows of a CSV file become records.</summary>
/// <param name="ContentField">The one column that is searched.</param>
/// <param name="MetadataFields">Columns that can be filtered by; the others are dropped.</param>
/// <param name="LeftOut">The columns that are dropped. Named in the sidecar when no column is kept, because Amazon Bedrock takes an empty choice for all.</param>
public sealed record RecordStructure(string ContentField, IReadOnlyList<string> MetadataFields, IReadOnlyList<string> LeftOut);

/// <summary>What a ".metadata.json" file says. Reads both forms of values, also mixed; writes the simple one wherever it loses nothing.</summary>
public sealed class MetadataSidecar(IReadOnlyDictionary<string, MetadataAttribute> attributes, RecordStructure? records = null)
{
    /// <summary>Amazon Bedrock's bound: 10 KB.</summary>
    public const int MostBytes = 10_240;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Dense = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The attributes, in the order of the file.</summary>
    public IReadOnlyDictionary<string, MetadataAttribute> Attributes { get; } = attributes;

    /// <summary>For CSV: how rows become records.</summary>
    public RecordStructure? Records { get; } = records;

    /// <summary>Reads a sidecar.</summary>
    /// <exception cref="PortalProblemException">Code MalformedSidecar: it is too large, no JSON, or says what Amazon Bedrock does not understand.</exception>
    public static MetadataSidecar Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes) throw Malformed($"It has {json.Length:N0} bytes; Amazon Bedrock takes {MostBytes:N0}.");
        // A byte order mark is legal before UTF-8 text and no JSON.
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw Malformed($"It is no valid JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The file's bytes.</summary>
    /// <exception cref="PortalProblemException">It would be larger than Amazon Bedrock takes.</exception>
    public byte[] Write()
    {
        var bytes = Write(Indented);
        if (bytes.Length > MostBytes) bytes = Write(Dense);
        return bytes.Length <= MostBytes
            ? bytes
            : throw new PortalProblemException(new("SidecarTooLarge", $"The metadata would take {bytes.Length:N0} bytes; Amazon Bedrock takes {MostBytes:N0}.", "Shorten the longest values."));
    }

    private static MetadataSidecar Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw Malformed("It is no JSON object.");
        if (!root.TryGetProperty("metadataAttributes", out var attributes) || attributes.ValueKind != JsonValueKind.Object) throw Malformed("It has no object \"metadataAttributes\".");
        var read = new OrderedDictionary<string, MetadataAttribute>();
        foreach (var property in attributes.EnumerateObject()) read.Add(property.Name, ReadAttribute(property));
        return new MetadataSidecar(read, root.TryGetProperty("documentStructureConfiguration", out var structure) ? ReadStructure(structure) : null);
    }

    private static MetadataAttribute ReadAttribute(JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Object)
            return new MetadataAttribute(MetadataValue.Of(property.Value) ?? throw Malformed($"The value of \"{property.Name}\" is no string, number, boolean or list of strings."));
        if (!property.Value.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw Malformed($"The value of \"{property.Name}\" has no type.");
        var (member, kind) = type.GetString() switch
        {
            "STRING" => ("stringValue", Tenants.MetadataType.String),
            "NUMBER" => ("numberValue", Tenants.MetadataType.Number),
            "BOOLEAN" => ("booleanValue", Tenants.MetadataType.Boolean),
            "STRING_LIST" => ("stringListValue", Tenants.MetadataType.StringList),
            _ => throw Malformed($"The type of \"{property.Name}\" is none of STRING, NUMBER, BOOLEAN, STRING_LIST."),
        };
        if (!value.TryGetProperty(member, out var content) || MetadataValue.Of(content) is not { } found || found.Type != kind)
            throw Malformed($"\"{property.Name}\" has no {member} of its type.");
        return new MetadataAttribute(found, property.Value.TryGetProperty("includeForEmbedding", out var include) && include.ValueKind == JsonValueKind.True);
    }

    private static RecordStructure ReadStructure(JsonElement structure)
    {
        if (structure.ValueKind != JsonValueKind.Object || !structure.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "RECORD_BASED_STRUCTURE_METADATA"
            || !structure.TryGetProperty("recordBasedStructureMetadata", out var records) || records.ValueKind != JsonValueKind.Object)
            throw Malformed("Its documentStructureConfiguration is not of the type RECORD_BASED_STRUCTURE_METADATA.");
        var content = Names(records, "contentFields");
        if (content.Count != 1) throw Malformed($"It names {content.Count} content fields; it must be exactly one.");
        var fields = records.TryGetProperty("metadataFieldsSpecification", out var specification) && specification.ValueKind == JsonValueKind.Object ? specification : default;
        return new RecordStructure(content[0], Names(fields, "fieldsToInclude"), Names(fields, "fieldsToExclude"));
    }

    private static List<string> Names(JsonElement parent, string member)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(member, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array) throw Malformed($"{member} is no list.");
        return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("fieldName", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw Malformed($"An item of {member} has no fieldName."))];
    }

    private byte[] Write(JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("metadataAttributes");
            // One form for the whole file: what is searched for embedding can be said in the full one only.
            var full = Attributes.Values.Any(attribute => attribute.IncludeForEmbedding);
            foreach (var (key, attribute) in Attributes)
            {
                writer.WritePropertyName(key);
                if (full) WriteFull(writer, attribute);
                else attribute.Value.Write(writer);
            }

            writer.WriteEndObject();
            if (Records is not null) WriteStructure(writer, Records);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFull(Utf8JsonWriter writer, MetadataAttribute attribute)
    {
        var (type, member) = attribute.Value.Type switch
        {
            Tenants.MetadataType.String => ("STRING", "stringValue"),
            Tenants.MetadataType.Number => ("NUMBER", "numberValue"),
            Tenants.MetadataType.Boolean => ("BOOLEAN", "booleanValue"),
            _ => ("STRING_LIST", "stringListValue"),
        };
        writer.WriteStartObject();
        writer.WriteStartObject("value");
        writer.WriteString("type", type);
        writer.WritePropertyName(member);
        attribute.Value.Write(writer);
        writer.WriteEndObject();
        writer.WriteBoolean("includeForEmbedding", attribute.IncludeForEmbedding);
        writer.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter writer, RecordStructure records)
    {
        writer.WriteStartObject("documentStructureConfiguration");
        writer.WriteString("type", "RECORD_BASED_STRUCTURE_METADATA");
        writer.WriteStartObject("recordBasedStructureMetadata");
        WriteNames(writer, "contentFields", [records.ContentField]);
        writer.WriteStartObject("metadataFieldsSpecification");
        if (records.MetadataFields.Count > 0) WriteNames(writer, "fieldsToInclude", records.MetadataFields);
        else WriteNames(writer, "fieldsToExclude", records.LeftOut);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string member, IReadOnlyList<string> names)
    {
        writer.WriteStartArray(member);
        foreach (var name in names)
        {
            writer.WriteStartObject();
            writer.WriteString("fieldName", name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static PortalProblemException Malformed(string reason, Exception? cause = null) =>
        new(new("MalformedSidecar", $"The metadata sidecar cannot be used. {reason}", "Write the metadata anew; until then the document is found by no question of its tenant."), cause);
}
