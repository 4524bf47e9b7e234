using Portal.Tenants;

namespace Portal.Documents;

/// <summary>What a sidecar is worth for its tenant.</summary>
public enum SidecarState
{
    /// <summary>All that the schema asks for, and the right tenant.</summary>
    Complete,

    /// <summary>The right tenant, but something of the schema is missing or wrong.</summary>
    Incomplete,

    /// <summary>There is none: no question of the tenant finds the document, and a filter that only excludes would return it.</summary>
    Missing,

    /// <summary>It names another tenant, or none.</summary>
    Foreign,

    /// <summary>It cannot be read.</summary>
    Malformed,
}

/// <summary>A state and, where it is not complete, why.</summary>
public sealed record SidecarVerdict(SidecarState State, string? Reason = null);

/// <summary>What the attributes of a sidecar must be like.</summary>
public static class SidecarRules
{
    private const int MostListItems = 10;

    /// <summary>Everything that is wrong with attributes from a form or a file against the schema. A problem's field is the attribute's key.</summary>
    /// <param name="attributes">Without the tenant attribute, or with the right one.</param>
    /// <param name="schema">The tenant's schema.</param>
    /// <param name="tenant">Key and value of the tenant attribute.</param>
    public static IReadOnlyList<PortalProblem> Check(IReadOnlyDictionary<string, MetadataAttribute> attributes, IReadOnlyList<MetadataField> schema, KeyValuePair<string, string> tenant)
    {
        var problems = new List<PortalProblem>();
        foreach (var (key, attribute) in attributes)
        {
            if (NameFolding.IsWellFormed(key) && NameFolding.Fold(key) == NameFolding.Fold(tenant.Key))
            {
                if (key != tenant.Key || attribute.Value != new MetadataValue.Text(tenant.Value))
                    problems.Add(Problem("TenantAttribute", key, $"\"{tenant.Key}\" says whose the document is; the portal sets it to {tenant.Value}.", "Leave it out."));
            }
            else if (SchemaRules.OfKey(key, tenant.Key, key) is { } bad)
            {
                problems.Add(bad);
            }
            else
            {
                problems.AddRange(OfValue(key, attribute.Value, schema.FirstOrDefault(field => field.Key == key)));
            }
        }

        problems.AddRange(schema.Where(field => field.Required && !attributes.ContainsKey(field.Key))
            .Select(field => Problem("MissingMetadata", field.Key, $"\"{field.Key}\" is missing; this tenant's documents must have it.", $"Give {SchemaRules.Word(field.Type)}.")));
        if (attributes.Count > SchemaRules.MostFields + 1) problems.Add(Problem("TooManyAttributes", "", $"There are {attributes.Count} attributes.", $"Keep to {SchemaRules.MostFields} beside the tenant attribute."));
        return problems;
    }

    /// <summary>What a sidecar in the bucket is worth.</summary>
    public static SidecarVerdict Judge(MetadataSidecar sidecar, IReadOnlyList<MetadataField> schema, KeyValuePair<string, string> tenant)
    {
        if (!sidecar.Attributes.TryGetValue(tenant.Key, out var whose)) return new(SidecarState.Foreign, $"It has no \"{tenant.Key}\"; no question of this tenant finds the document.");
        if (whose.Value != new MetadataValue.Text(tenant.Value)) return new(SidecarState.Foreign, $"Its \"{tenant.Key}\" is not this tenant's: another tenant's questions may find the document.");
        return Check(sidecar.Attributes, schema, tenant) is [{ } first, ..] ? new(SidecarState.Incomplete, first.Sentence) : new(SidecarState.Complete);
    }

    private static IEnumerable<PortalProblem> OfValue(string key, MetadataValue value, MetadataField? field)
    {
        if (field is not null && value.Type != field.Type)
        {
            yield return Problem("WrongType", key, $"\"{key}\" is {SchemaRules.Word(value.Type)}; the schema says {SchemaRules.Word(field.Type)}.", $"Give {SchemaRules.Word(field.Type)}.");
            yield break;
        }

        string[] texts = value switch { MetadataValue.Text text => [text.Value], MetadataValue.Texts list => [.. list.Values], _ => [] };
        if (texts.Any(text => text.Length is 0 or > SchemaRules.LongestValue || !NameFolding.IsWellFormed(text)))
            yield return Problem("InvalidMetadata", key, $"\"{key}\" is empty, too long or not valid Unicode.", $"Give 1 to {SchemaRules.LongestValue} characters, or leave it out.");
        if (value is MetadataValue.Texts { Values.Count: 0 or > MostListItems })
            yield return Problem("InvalidMetadata", key, $"\"{key}\" must have 1 to {MostListItems} items.", "Change the list, or leave it out.");
        if (value is MetadataValue.Number number && !double.IsFinite(number.Value)) yield return Problem("InvalidMetadata", key, $"\"{key}\" is not a finite number.", "Give a number.");
        if (field?.AllowedValues is { Count: > 0 } allowed && texts.FirstOrDefault(text => !allowed.Contains(text)) is { } other)
            yield return Problem("NotAllowed", key, $"\"{other}\" is none of the choices of \"{key}\".", $"Choose: {string.Join(", ", allowed)}.");
    }

    private static PortalProblem Problem(string code, string key, string sentence, string remedy) => new(code, sentence, remedy, Field: key);
}
