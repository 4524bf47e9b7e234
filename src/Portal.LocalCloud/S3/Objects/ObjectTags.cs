using Portal.LocalCloud.Pipeline;
using Portal.LocalCloud.Wire;

namespace Portal.LocalCloud.S3.Objects;

[Named("Tagging"), Namespace(S3Api.Namespace)]
internal sealed record Tagging
{
    [Item("Tag")]
    public IReadOnlyList<Tag>? TagSet { get; init; }
}

internal sealed record Tag
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}

/// <summary>Rules of an object's tags.</summary>
internal static class ObjectTags
{
    /// <summary>Reads <c>x-amz-tagging</c>, which is form-encoded.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? header) =>
        header is null ? new Dictionary<string, string>() : Check(RawTarget.ParseQuery(header).Select(tag => (tag.Name, tag.Value)));

    public static IReadOnlyDictionary<string, string> Parse(Tagging tagging) =>
        Check((tagging.TagSet ?? []).Select(tag => (tag.Key ?? throw S3Faults.MalformedXml(), tag.Value ?? throw S3Faults.MalformedXml())));

    private static Dictionary<string, string> Check(IEnumerable<(string Key, string Value)> tags)
    {
        var checkedTags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128)
                throw S3Faults.InvalidTag("The TagKey you have provided is invalid");
            if (value.Length > 256)
                throw S3Faults.InvalidTag("The TagValue you have provided is invalid");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw S3Faults.InvalidTag("System tags cannot be added/updated by requester");
            if (!key.All(IsLegal))
                throw S3Faults.InvalidTag("The TagKey you have provided is invalid");
            if (!value.All(IsLegal))
                throw S3Faults.InvalidTag("The TagValue you have provided is invalid");
            if (!checkedTags.TryAdd(key, value))
                throw S3Faults.InvalidTag("Cannot provide multiple Tags with the same key");
        }

        return checkedTags.Count <= 10 ? checkedTags : throw new AwsFault("BadRequest", 400, "Object tags cannot be greater than 10");
    }

    private static bool IsLegal(char character) => char.IsLetterOrDigit(character) || char.IsWhiteSpace(character) || "_.:/=+-@".Contains(character, StringComparison.Ordinal) || char.IsSurrogate(character);
}
