using System.Text;
using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A document handed to IngestKnowledgeBaseDocuments: its bytes came along, or lie at a URI.</summary>
internal sealed record DirectDocument(string Identifier, bool IsCustom, string? Uri, DocumentKind Kind, byte[]? Inline, IReadOnlyList<MetadataAttribute>? Attributes, string? MetadataUri)
{
    /// <summary>Reads one whose shape is already checked.</summary>
    public static DirectDocument Read(JsonElement given, DataSource source)
    {
        var content = given.GetProperty("content");
        var type = content.GetProperty("dataSourceType").GetString()!;
        if (type != source.Type) throw AgentFaults.Invalid($"The dataSourceType {type} does not fit the data source, which is of type {source.Type}.");
        var (attributes, metadataUri) = given.TryGetProperty("metadata", out var metadata) ? Metadata(metadata) : (null, null);
        if (type == "S3")
        {
            if (attributes is not null) throw AgentFaults.Invalid("Documents of an S3 data source take their metadata from S3: metadata.type must be S3_LOCATION.");
            var location = Member(content, "s3", type).GetProperty("s3Location").GetProperty("uri").GetString()!;
            return new(location, false, location, DocumentKinds.Of(location), null, null, metadataUri);
        }

        var custom = Member(content, "custom", type);
        var id = custom.GetProperty("customDocumentIdentifier").GetProperty("id").GetString()!;
        if (custom.GetProperty("sourceType").GetString() == "S3_LOCATION")
        {
            var uri = Member(custom, "s3Location", "S3_LOCATION").GetProperty("uri").GetString()!;
            return new(id, true, uri, DocumentKinds.Of(uri), null, attributes, metadataUri);
        }

        var inline = Member(custom, "inlineContent", "IN_LINE");
        if (inline.GetProperty("type").GetString() == "TEXT")
            return new(id, true, null, DocumentKind.Text, Encoding.UTF8.GetBytes(Member(inline, "textContent", "TEXT").GetProperty("data").GetString()!), attributes, metadataUri);
        var bytes = Member(inline, "byteContent", "BYTE");
        return new(id, true, null, DocumentKinds.OfMimeType(bytes.GetProperty("mimeType").GetString()!), bytes.GetProperty("data").GetBytesFromBase64(), attributes, metadataUri);
    }

    private static (IReadOnlyList<MetadataAttribute>?, string?) Metadata(JsonElement metadata)
    {
        if (metadata.TryGetProperty("accessControlList", out _)) throw AgentFaults.Invalid("metadata.accessControlList is supported by managed knowledge bases only.");
        if (metadata.GetProperty("type").GetString() == "S3_LOCATION") return (null, Member(metadata, "s3Location", "S3_LOCATION").GetProperty("uri").GetString()!);
        var attributes = new List<MetadataAttribute>();
        foreach (var attribute in Member(metadata, "inlineAttributes", "IN_LINE_ATTRIBUTE").EnumerateArray())
        {
            var (key, value) = (attribute.GetProperty("key").GetString()!, attribute.GetProperty("value"));
            var member = value.GetProperty("type").GetString() switch { "STRING" => "stringValue", "NUMBER" => "numberValue", "BOOLEAN" => "booleanValue", _ => "stringListValue" };
            try
            {
                SidecarReader.CheckKey(key);
            }
            catch (DocumentProblemException problem)
            {
                throw AgentFaults.Invalid(problem.Message);
            }

            attributes.Add(new MetadataAttribute(key, Member(value, member, value.GetProperty("type").GetString()!).Clone(), IncludeForEmbedding: false));
        }

        return (attributes, null);
    }

    private static JsonElement Member(JsonElement owner, string name, string type) =>
        owner.TryGetProperty(name, out var member) ? member : throw AgentFaults.Invalid($"'{name}' is required for the type {type}.");
}
