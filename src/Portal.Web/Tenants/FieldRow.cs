using Portal.Tenants;

namespace Portal.Web.Tenants;

/// <summary>One metadata attribute of a form.</summary>
public sealed class FieldRow
{
    public string? Key { get; set; }

    public MetadataType Type { get; set; }

    public bool Required { get; set; }

    /// <summary>Choices as typed: separated by commas or line breaks; empty for free text.</summary>
    public string? Choices { get; set; }

    public bool CanHaveChoices => Type is MetadataType.String or MetadataType.StringList;

    public MetadataField ToField() => new(Key?.Trim() ?? "", Type, Required, CanHaveChoices && Split() is { Length: > 0 } values ? values : null);

    public static FieldRow Of(MetadataField field) => new()
    {
        Key = field.Key,
        Type = field.Type,
        Required = field.Required,
        Choices = field.AllowedValues is { } values ? string.Join(", ", values) : null,
    };

    private string[] Split() => (Choices ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
