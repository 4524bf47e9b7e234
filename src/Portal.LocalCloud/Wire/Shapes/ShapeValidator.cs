using System.Globalization;
using System.Text.Json;

namespace Portal.LocalCloud.Wire.Shapes;

/// <summary>One thing wrong with an input, in AWS's words. <paramref name="Path"/> is dotted, list places 1-based with <c>.member</c>.</summary>
internal sealed record ShapeViolation(string Path, string Message);

/// <summary>Checks an input against the shapes of a service: required members, bounds, patterns, enumerations, unions; members AWS does not know are refused by name.</summary>
internal sealed class ShapeValidator(ShapeLibrary library)
{
    /// <summary>All violations, in the order of the members; empty when the input is valid.</summary>
    public IReadOnlyList<ShapeViolation> Validate(string shape, JsonElement input)
    {
        var found = new List<ShapeViolation>();
        Check(library[shape], input, "", found);
        return found;
    }

    /// <summary>AWS's sentence for a set of violations.</summary>
    public static string Describe(IReadOnlyList<ShapeViolation> violations) =>
        $"{violations.Count.ToString(CultureInfo.InvariantCulture)} validation error{(violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", violations.Select(violation => violation.Message))}";

    private void Check(InputShape shape, JsonElement value, string path, List<ShapeViolation> found)
    {
        switch (shape)
        {
            case StructureShape structure:
                if (Kind(value, JsonValueKind.Object, path, "an object", found)) Structure(structure, value, path, found);
                break;
            case ListShape list:
                if (!Kind(value, JsonValueKind.Array, path, "a list", found)) break;
                Size(list.Bounds, value.GetArrayLength(), value, path, found);
                var place = 0;
                foreach (var item in value.EnumerateArray()) Check(library[list.Member], item, $"{path}.{++place}.member", found);
                break;
            case MapShape map:
                if (!Kind(value, JsonValueKind.Object, path, "a map", found)) break;
                Size(map.Bounds, value.EnumerateObject().Count(), value, path, found);
                foreach (var entry in value.EnumerateObject())
                {
                    Text((library[map.Key] as TextShape)!, entry.Name, path, found, "Map keys");
                    Check(library[map.Value], entry.Value, $"{path}.{entry.Name}.member", found);
                }

                break;
            case TextShape text:
                if (Kind(value, JsonValueKind.String, path, "a string", found)) Text(text, value.GetString()!, path, found, "Member");
                break;
            case EnumShape choice:
                if (Kind(value, JsonValueKind.String, path, "a string", found) && !choice.Values.Contains(value.GetString()!, StringComparer.Ordinal))
                    Add(path, value.GetString()!, $"Member must satisfy enum value set: [{string.Join(", ", choice.Values)}]", found);
                break;
            case NumberShape number:
                Number(number, value, path, found);
                break;
            case BooleanShape when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                Kind(value, JsonValueKind.True, path, "a boolean", found);
                break;
            case BlobShape blob:
                if (!Kind(value, JsonValueKind.String, path, "a base64 string", found)) break;
                if (value.TryGetBytesFromBase64(out var bytes)) Length(blob.Bounds, bytes.Length, "(binary)", path, found, "Member");
                else found.Add(new ShapeViolation(path, $"Value at '{path}' is not base64"));
                break;
        }
    }

    private void Structure(StructureShape structure, JsonElement value, string path, List<ShapeViolation> found)
    {
        var set = 0;
        foreach (var member in value.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null) continue;
            set++;
            if (structure.Members.TryGetValue(member.Name, out var known)) Check(library[known.Target], member.Value, Join(path, member.Name), found);
            else found.Add(new ShapeViolation(Join(path, member.Name), $"The member '{Join(path, member.Name)}' is not supported"));
        }

        foreach (var member in structure.Members.Values.Where(member => member.Required))
        {
            if (!value.TryGetProperty(member.Name, out var given) || given.ValueKind == JsonValueKind.Null)
                found.Add(new ShapeViolation(Join(path, member.Name), $"Value null at '{Join(path, member.Name)}' failed to satisfy constraint: Member must not be null"));
        }

        if (structure.IsUnion && set != 1)
            found.Add(new ShapeViolation(path, $"Value at '{path}' failed to satisfy constraint: Exactly one of [{string.Join(", ", structure.Members.Keys)}] must be set"));
    }

    private static void Text(TextShape shape, string text, string path, List<ShapeViolation> found, string subject)
    {
        Length(shape.Bounds, text.Length, text, path, found, subject);
        if (shape.Pattern is { } pattern && !pattern.IsMatch(text)) Add(path, text, $"{subject} must satisfy regular expression pattern: {shape.PatternText}", found);
    }

    private static void Number(NumberShape shape, JsonElement value, string path, List<ShapeViolation> found)
    {
        if (!Kind(value, JsonValueKind.Number, path, "a number", found)) return;
        var number = value.GetDouble();
        if (shape.Whole && number != Math.Floor(number)) Add(path, value.GetRawText(), "Member must be a whole number", found);
        if (number < shape.Bounds.Minimum) Add(path, value.GetRawText(), $"Member must have value greater than or equal to {Show(shape.Bounds.Minimum)}", found);
        if (number > shape.Bounds.Maximum) Add(path, value.GetRawText(), $"Member must have value less than or equal to {Show(shape.Bounds.Maximum)}", found);
    }

    private static void Size(Bounds bounds, int size, JsonElement value, string path, List<ShapeViolation> found) => Length(bounds, size, value.GetRawText(), path, found, "Member");

    private static void Length(Bounds bounds, int length, string value, string path, List<ShapeViolation> found, string subject)
    {
        if (length < bounds.Minimum) Add(path, value, $"{subject} must have length greater than or equal to {Show(bounds.Minimum)}", found);
        if (length > bounds.Maximum) Add(path, value, $"{subject} must have length less than or equal to {Show(bounds.Maximum)}", found);
    }

    private static bool Kind(JsonElement value, JsonValueKind expected, string path, string name, List<ShapeViolation> found)
    {
        if (value.ValueKind == expected) return true;
        found.Add(new ShapeViolation(path, $"Value at '{path}' must be {name}"));
        return false;
    }

    // A long value in an error message would drown it.
    private static void Add(string path, string value, string constraint, List<ShapeViolation> found) =>
        found.Add(new ShapeViolation(path, $"Value '{(value.Length > 256 ? value[..256] + "…" : value)}' at '{path}' failed to satisfy constraint: {constraint}"));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Show(double? number) => number!.Value.ToString(CultureInfo.InvariantCulture);
}
