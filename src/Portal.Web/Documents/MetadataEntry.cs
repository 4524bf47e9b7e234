using Portal.Documents;
using Portal.Tenants;

namespace Portal.Web.Documents;

/// <summary>One attribute of a metadata form; the member of its type holds the value.</summary>
public sealed class MetadataEntry(MetadataField field)
{
    /// <summary>Key, type, choices.</summary>
    public MetadataField Field { get; } = field;

    public string? Text { get; set; }

    public double? Number { get; set; }

    public bool? Flag { get; set; }

    /// <summary>Items of a list, one in each line.</summary>
    public string? Lines { get; set; }

    /// <summary>Kept from the sidecar: a form does not ask for it.</summary>
    public bool IncludeForEmbedding { get; private set; }

    /// <summary>The value; null when nothing is given.</summary>
    public MetadataValue? Value => Field.Type switch
    {
        MetadataType.String => string.IsNullOrWhiteSpace(Text) ? null : new MetadataValue.Text(Text.Trim()),
        MetadataType.Number => Number is { } number ? new MetadataValue.Number(number) : null,
        MetadataType.Boolean => Flag is { } flag ? new MetadataValue.Flag(flag) : null,
        _ => Items is { Length: > 0 } items ? new MetadataValue.Texts(items) : null,
    };

    private string[] Items => (Lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes a value over, as far as it is of the type.</summary>
    public void Take(MetadataAttribute attribute)
    {
        IncludeForEmbedding = attribute.IncludeForEmbedding;
        switch (attribute.Value)
        {
            case MetadataValue.Text text when Field.Type == MetadataType.String:
                Text = text.Value;
                break;
            case MetadataValue.Number number when Field.Type == MetadataType.Number:
                Number = number.Value;
                break;
            case MetadataValue.Flag flag when Field.Type == MetadataType.Boolean:
                Flag = flag.Value;
                break;
            case MetadataValue.Texts texts when Field.Type == MetadataType.StringList:
                Lines = string.Join('\n', texts.Values);
                break;
        }
    }
}
