using System.Globalization;
using System.Text.Json;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>The value of a metadata attribute, one of the four types that Amazon Bedrock filters by.</summary>
public abstract record MetadataValue
{
    private MetadataValue()
    {
    }

    /// <summary>Which of the four.</summary>
    public abstract MetadataType Type { get; }

    /// <summary>The value as a person reads it.</summary>
    public abstract string Display { get; }

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : MetadataValue
    {
        public override MetadataType Type => MetadataType.String;

        public override string Display => Value;
    }

    /// <summary>A number; AWS keeps it as a double.</summary>
    public sealed record Number(double Value) : MetadataValue
    {
        public override MetadataType Type => MetadataType.Number;

        public override string Display => Value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>True or false.</summary>
    public sealed record Flag(bool Value) : MetadataValue
    {
        public override MetadataType Type => MetadataType.Boolean;

        public override string Display => Value ? "true" : "false";
    }

    /// <summary>A list of strings.</summary>
    public sealed record Texts(IReadOnlyList<string> Values) : MetadataValue
    {
        public override MetadataType Type => MetadataType.StringList;

        public override string Display => string.Join(", ", Values);

        public bool Equals(Texts? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Aggregate(0, HashCode.Combine);
    }

    /// <summary>The value behind a plain JSON value; null when it is of none of the four types.</summary>
    public static MetadataValue? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new Text(json.GetString()!),
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => new Number(number),
        JsonValueKind.True => new Flag(true),
        JsonValueKind.False => new Flag(false),
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => new Texts([.. json.EnumerateArray().Select(item => item.GetString()!)]),
        _ => null,
    };

    internal void Write(Utf8JsonWriter writer)
    {
        switch (this)
        {
            case Text text:
                writer.WriteStringValue(text.Value);
                break;
            case Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case Flag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case Texts texts:
                writer.WriteStartArray();
                foreach (var item in texts.Values) writer.WriteStringValue(item);
                writer.WriteEndArray();
                break;
        }
    }
}
