using System.Text;
using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Reads and checks sidecars: plain values and the typed form, also mixed in one file.</summary>
internal static class SidecarReader
{
    private const int MaximumKey = 200;

    private const int MaximumText = 2048;

    private const int MaximumListItems = 10;

    /// <exception cref="DocumentProblemException">What is wrong with it.</exception>
    public static Sidecar Read(byte[] content)
    {
        if (content.Length > Sidecar.MaximumBytes) throw new DocumentProblemException("The metadata file is larger than 10 KB.");
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));
        }
        catch (JsonException problem)
        {
            throw new DocumentProblemException($"The metadata file is not valid JSON: {problem.Message}");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new DocumentProblemException("The metadata file must hold a JSON object.");
            var attributes = new List<MetadataAttribute>();
            var records = Records(root);
            if (root.TryGetProperty("metadataAttributes", out var given))
            {
                if (given.ValueKind != JsonValueKind.Object) throw new DocumentProblemException("'metadataAttributes' of the metadata file must be an object.");
                attributes.AddRange(given.EnumerateObject().Select(attribute => Attribute(attribute.Name, attribute.Value)));
            }
            else if (records is null)
            {
                throw new DocumentProblemException("The metadata file has no 'metadataAttributes'.");
            }

            if (attributes.GroupBy(attribute => attribute.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
                throw new DocumentProblemException($"The metadata attribute '{twice.Key}' is given twice.");
            return new Sidecar(attributes, records);
        }
    }

    /// <summary>Checks one key, also of an attribute given inline or by a CSV column.</summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > MaximumKey) throw new DocumentProblemException($"The metadata key '{key}' must have 1 to 200 characters.");
        if (key.StartsWith("x-amz-bedrock", StringComparison.OrdinalIgnoreCase)) throw new DocumentProblemException($"The metadata key '{key}' is reserved: keys must not begin with x-amz-bedrock.");
        if (key.Contains('\0', StringComparison.Ordinal)) throw new DocumentProblemException("A metadata key holds a NUL character.");
    }

    private static MetadataAttribute Attribute(string key, JsonElement value)
    {
        CheckKey(key);
        if (value.ValueKind != JsonValueKind.Object) return new MetadataAttribute(key, Checked(key, value), IncludeForEmbedding: false);

        if (!value.TryGetProperty("value", out var typed) || typed.ValueKind != JsonValueKind.Object)
            throw new DocumentProblemException($"The metadata attribute '{key}' is an object without a 'value' object.");
        var type = typed.TryGetProperty("type", out var name) ? name.GetString() : null;
        var (member, kind) = type switch
        {
            "STRING" => ("stringValue", JsonValueKind.String),
            "NUMBER" => ("numberValue", JsonValueKind.Number),
            "BOOLEAN" => ("booleanValue", JsonValueKind.True),
            "STRING_LIST" => ("stringListValue", JsonValueKind.Array),
            _ => throw new DocumentProblemException($"The type of the metadata attribute '{key}' must be STRING, NUMBER, BOOLEAN or STRING_LIST."),
        };
        if (!typed.TryGetProperty(member, out var inner) || (inner.ValueKind != kind && !(kind == JsonValueKind.True && inner.ValueKind == JsonValueKind.False)))
            throw new DocumentProblemException($"The metadata attribute '{key}' of type {type} needs '{member}'.");
        var embed = value.TryGetProperty("includeForEmbedding", out var include) && include.ValueKind == JsonValueKind.True;
        return new MetadataAttribute(key, Checked(key, inner), embed);
    }

    private static JsonElement Checked(string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(key, value);
                return value.Clone();
            case JsonValueKind.Number when double.IsFinite(value.GetDouble()):
            case JsonValueKind.True:
            case JsonValueKind.False:
                return value.Clone();
            case JsonValueKind.Array:
                if (value.GetArrayLength() is 0 or > MaximumListItems) throw new DocumentProblemException($"The list of the metadata attribute '{key}' must have 1 to 10 strings.");
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.String) throw new DocumentProblemException($"The list of the metadata attribute '{key}' may hold strings only.");
                    CheckText(key, item);
                }

                return value.Clone();
            default:
                throw new DocumentProblemException($"The value of the metadata attribute '{key}' must be a string, number, boolean or list of strings.");
        }
    }

    private static void CheckText(string key, JsonElement value)
    {
        var text = value.GetString()!;
        if (text.Length is 0 or > MaximumText) throw new DocumentProblemException($"A text of the metadata attribute '{key}' must have 1 to 2048 characters.");
        if (text.Contains('\0', StringComparison.Ordinal)) throw new DocumentProblemException($"A text of the metadata attribute '{key}' holds a NUL character.");
    }

    private static RecordStructure? Records(JsonElement root)
    {
        if (!root.TryGetProperty("documentStructureConfiguration", out var structure) || structure.ValueKind == JsonValueKind.Null) return null;
        if (structure.ValueKind != JsonValueKind.Object || !structure.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "RECORD_BASED_STRUCTURE_METADATA")
            throw new DocumentProblemException("The type of 'documentStructureConfiguration' must be RECORD_BASED_STRUCTURE_METADATA.");
        if (!structure.TryGetProperty("recordBasedStructureMetadata", out var records) || records.ValueKind != JsonValueKind.Object)
            throw new DocumentProblemException("'recordBasedStructureMetadata' is missing.");
        if (Fields(records, "contentFields") is not [var content])
            throw new DocumentProblemException("'contentFields' must name exactly one column.");
        var specification = records.TryGetProperty("metadataFieldsSpecification", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        return new RecordStructure(content, Fields(specification, "fieldsToInclude"), Fields(specification, "fieldsToExclude"));
    }

    private static List<string>? Fields(JsonElement owner, string name)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var fields) || fields.ValueKind != JsonValueKind.Array) return null;
        var names = new List<string>();
        foreach (var field in fields.EnumerateArray())
        {
            if (field.ValueKind != JsonValueKind.Object || !field.TryGetProperty("fieldName", out var column) || column.ValueKind != JsonValueKind.String)
                throw new DocumentProblemException($"Each entry of '{name}' needs a 'fieldName'.");
            names.Add(column.GetString()!);
        }

        return names;
    }
}
