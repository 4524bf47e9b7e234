using Portal.Settings;

namespace Portal.Tenants;

/// <summary>What a metadata schema must be like, by itself and beside the schemas of the tenants in the same knowledge base.</summary>
public static class SchemaRules
{
    /// <summary>Characters of a key: the bound of filter keys, below that of sidecars.</summary>
    public const int LongestKey = 100;

    /// <summary>Characters of a string value.</summary>
    public const int LongestValue = 2048;

    /// <summary>Keys that a sidecar can take in all, the tenant attribute included.</summary>
    public const int MostFields = 49;

    private static readonly HashSet<string> StoreFields = new(["AMAZON_BEDROCK_TEXT", "AMAZON_BEDROCK_TEXT_CHUNK", "AMAZON_BEDROCK_METADATA"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything that is wrong with the schema. The field of a problem is "Schema[2]": the position.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="workspace">Its tenant attribute may not be a field.</param>
    /// <param name="neighbours">Tenants whose chunks are in the same knowledge base: there a key has one type.</param>
    public static IReadOnlyList<PortalProblem> Check(IReadOnlyList<MetadataField> schema, Workspace workspace, IEnumerable<Tenant> neighbours)
    {
        var problems = new List<PortalProblem>();
        if (schema.Count > MostFields) problems.Add(new("SchemaTooLarge", $"The schema has {schema.Count} attributes.", $"Keep it to {MostFields}; the tenant attribute comes on top.", Field: "Schema"));
        var taken = neighbours.SelectMany(tenant => tenant.Schema).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.First().Type);
        var seen = new HashSet<string>();
        for (var index = 0; index < schema.Count; index++)
        {
            var field = schema[index];
            var place = $"Schema[{index}]";
            if (OfKey(field.Key, workspace.AttributeKey, place) is { } problem) problems.Add(problem);
            else if (!seen.Add(NameFolding.Fold(field.Key))) problems.Add(Problem(place, $"The attribute \"{field.Key}\" is there twice.", "Remove one."));
            else if (taken.TryGetValue(field.Key, out var type) && type != field.Type)
                problems.Add(Problem(place, $"\"{field.Key}\" is {Word(type)} for other tenants of this knowledge base; a key has one type in an index.", $"Make it {Word(type)}, or choose another key."));
            if (OfValues(field, place) is { } values) problems.Add(values);
        }

        return problems;
    }

    /// <summary>What is wrong with a key.</summary>
    public static PortalProblem? OfKey(string key, string attributeKey, string place)
    {
        if (string.IsNullOrWhiteSpace(key)) return Problem(place, "The attribute has no key.", "Give it one, or remove the row.");
        if (key.Length > LongestKey) return Problem(place, $"The key has {key.Length} characters.", $"Use at most {LongestKey}: filters take no more.");
        if (!NameFolding.IsWellFormed(key) || NameFolding.HasInvisible(key) || key.Trim().Length != key.Length)
            return Problem(place, "The key has characters that cannot be seen.", "Type it again without them.");
        if (key.StartsWith("x-amz-bedrock", StringComparison.OrdinalIgnoreCase) || key.StartsWith('_') || StoreFields.Contains(key))
            return Problem(place, $"\"{key}\" is reserved by Amazon Bedrock.", "Keys must not begin with x-amz-bedrock or an underscore.");
        return NameFolding.Fold(key) == NameFolding.Fold(attributeKey)
            ? Problem(place, $"\"{key}\" is the tenant attribute; the portal itself sets it on every document.", "Remove it from the schema.")
            : null;
    }

    /// <summary>The type in words.</summary>
    public static string Word(MetadataType type) => type switch
    {
        MetadataType.String => "a string",
        MetadataType.Number => "a number",
        MetadataType.Boolean => "a boolean",
        _ => "a list of strings",
    };

    private static PortalProblem? OfValues(MetadataField field, string place)
    {
        if (field.AllowedValues is not { Count: > 0 } values) return null;
        if (field.Type is not (MetadataType.String or MetadataType.StringList)) return Problem(place, $"\"{field.Key}\" is {Word(field.Type)}; only strings can have a list of choices.", "Remove the choices.");
        if (values.Any(value => string.IsNullOrWhiteSpace(value) || value.Length > LongestValue || !NameFolding.IsWellFormed(value)))
            return Problem(place, $"A choice of \"{field.Key}\" is empty or longer than {LongestValue} characters.", "Correct it.");
        return values.Distinct().Count() == values.Count ? null : Problem(place, $"A choice of \"{field.Key}\" is there twice.", "Remove one.");
    }

    private static PortalProblem Problem(string place, string sentence, string remedy) => new("InvalidSchema", sentence, remedy, Field: place);
}
