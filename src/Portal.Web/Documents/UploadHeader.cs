using System.Buffers.Text;
using System.Text.Json;
using Portal.Documents;

namespace Portal.Web.Documents;

/// <summary>What goes with a document's bytes: JSON in base64url in the header <see cref="Name"/>, because header values are ASCII.</summary>
/// <param name="Attributes">Metadata by key; the tenant attribute is not among it.</param>
/// <param name="ContentField">For CSV by records: the column that is searched; null to index the file as one text.</param>
/// <param name="MetadataFields">For CSV by records: columns to filter by.</param>
/// <param name="Replace">Whether a document of this name may be replaced.</param>
/// <param name="Unindexed">Whether it is stored although it will not be indexed.</param>
internal sealed record UploadHeader(
    Dictionary<string, JsonElement>? Attributes, string? ContentField = null, IReadOnlyList<string>? MetadataFields = null, bool Replace = false, bool Unindexed = false)
{
    public const string Name = "X-Portal-Document";

    private static readonly PortalProblem Unreadable = new("InvalidHeader", $"The header {Name} cannot be read.", "Send a JSON object in base64url.");

    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    /// <summary>Reads the header; an absent one says nothing.</summary>
    /// <exception cref="PortalProblemException">It is no such JSON.</exception>
    public static UploadHeader Decode(string? value)
    {
        if (string.IsNullOrEmpty(value)) return new UploadHeader([]);
        try
        {
            return JsonSerializer.Deserialize<UploadHeader>(Base64Url.DecodeFromChars(value), JsonSerializerOptions.Web) ?? throw new PortalProblemException(Unreadable);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new PortalProblemException(Unreadable, exception);
        }
    }

    public Dictionary<string, MetadataAttribute> ToAttributes() => (Attributes ?? []).ToDictionary(
        pair => pair.Key,
        pair => new MetadataAttribute(MetadataValue.Of(pair.Value) ?? throw new PortalProblemException(
            new("InvalidMetadata", $"The value of \"{pair.Key}\" is no string, number, boolean or list of strings.", "Correct it.", Field: pair.Key))));

    public RecordStructure? ToRecords() => ContentField is null ? null : new RecordStructure(ContentField, MetadataFields ?? [], []);

    /// <summary>Attributes as they travel.</summary>
    public static Dictionary<string, JsonElement> Plain(IReadOnlyDictionary<string, MetadataAttribute> attributes) => attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Value switch
    {
        MetadataValue.Text text => JsonSerializer.SerializeToElement(text.Value),
        MetadataValue.Number number => JsonSerializer.SerializeToElement(number.Value),
        MetadataValue.Flag flag => JsonSerializer.SerializeToElement(flag.Value),
        MetadataValue.Texts texts => JsonSerializer.SerializeToElement(texts.Values),
        _ => throw new InvalidOperationException("There are four types of metadata."),
    });
}
