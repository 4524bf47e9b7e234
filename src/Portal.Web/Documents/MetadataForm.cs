using Portal.Documents;
using Portal.Tenants;

namespace Portal.Web.Documents;

/// <summary>Metadata as a form: the schema's attributes, and what a sidecar has beside them.</summary>
public sealed class MetadataForm
{
    public MetadataForm(IReadOnlyList<MetadataField> schema) => Entries = [.. schema.Select(field => new MetadataEntry(field))];

    public List<MetadataEntry> Entries { get; }

    /// <summary>A form of the same fields and values.</summary>
    public MetadataForm Copy()
    {
        var copy = new MetadataForm([.. Entries.Select(entry => entry.Field)]);
        copy.Take(ToAttributes());
        return copy;
    }

    /// <summary>A form that shows a sidecar.</summary>
    public static MetadataForm Of(MetadataSidecar? sidecar, IReadOnlyList<MetadataField> schema, string attributeKey)
    {
        var others = (sidecar?.Attributes ?? new Dictionary<string, MetadataAttribute>())
            .Where(pair => pair.Key != attributeKey && schema.All(field => field.Key != pair.Key))
            .Select(pair => new MetadataField(pair.Key, pair.Value.Value.Type));
        var form = new MetadataForm([.. schema, .. others]);
        if (sidecar is not null) form.Take(sidecar.Attributes);
        return form;
    }

    /// <summary>What is given, by key.</summary>
    public Dictionary<string, MetadataAttribute> ToAttributes()
    {
        var attributes = new Dictionary<string, MetadataAttribute>();
        foreach (var entry in Entries)
        {
            if (entry.Value is { } value) attributes[entry.Field.Key] = new MetadataAttribute(value, entry.IncludeForEmbedding);
        }

        return attributes;
    }

    private void Take(IReadOnlyDictionary<string, MetadataAttribute> attributes)
    {
        foreach (var entry in Entries)
        {
            if (attributes.TryGetValue(entry.Field.Key, out var attribute)) entry.Take(attribute);
        }
    }
}
