using System.Text.Json;

namespace Portal.LocalCloud.Wire;

/// <summary>Binds JSON to request records. Members a record does not have are refused by name instead of being ignored.</summary>
internal static class JsonReader
{
    /// <param name="json">The object to bind.</param>
    /// <param name="shape">The record's shape.</param>
    /// <param name="target">The record to fill.</param>
    /// <param name="path">Where in the request the object stands; empty for the root.</param>
    /// <param name="bindable">Which of the record's own members the body may hold.</param>
    /// <exception cref="UnsupportedMemberException">A member is unknown here.</exception>
    /// <exception cref="JsonException">A value has another type than its member.</exception>
    public static void Fill(JsonElement json, Shape shape, object target, Func<ShapeMember, bool> bindable, string path = "")
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException($"{Kind(json)} can not be converted to a structure at '{path.TrimEnd('.')}'");
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
                continue;
            var member = shape.Members.FirstOrDefault(candidate => candidate.JsonName == property.Name && bindable(candidate))
                ?? throw new UnsupportedMemberException(path + property.Name);
            member.Set(target, Read(property.Value, member.Type, path + property.Name));
        }
    }

    public static object Read(JsonElement json, ValueType type, string path)
    {
        if (type.Item is { } item)
        {
            if (json.ValueKind != JsonValueKind.Array)
                throw new JsonException($"{Kind(json)} can not be converted to a list at '{path}'");
            var list = type.NewList();
            var index = 0;
            foreach (var element in json.EnumerateArray())
                list.Add(Read(element, item, FormattableString.Invariant($"{path}.{++index}.member")));
            return list;
        }

        if (type.MapValue is { } mapValue)
        {
            if (json.ValueKind != JsonValueKind.Object)
                throw new JsonException($"{Kind(json)} can not be converted to a map at '{path}'");
            var map = type.NewMap();
            foreach (var property in json.EnumerateObject())
                map[property.Name] = Read(property.Value, mapValue, $"{path}.{property.Name}");
            return map;
        }

        if (type.IsRecord)
        {
            var shape = Shape.Of(type.Clr);
            var record = shape.Create();
            Fill(json, shape, record, static _ => true, path + ".");
            return record;
        }

        return ReadScalar(json, type.Clr, path);
    }

    private static object ReadScalar(JsonElement json, Type type, string path)
    {
        if (type == typeof(JsonElement))
            return json.Clone();
        try
        {
            if (json.ValueKind == JsonValueKind.String && (type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(byte[])))
                return Scalar.Parse(json.GetString()!, type);
            if (json.ValueKind is JsonValueKind.True or JsonValueKind.False && type == typeof(bool))
                return json.GetBoolean();
            if (json.ValueKind == JsonValueKind.Number && type != typeof(string) && type != typeof(bool) && type != typeof(byte[]))
                return type == typeof(float) ? json.GetSingle()
                    : type == typeof(double) ? json.GetDouble()
                    : type == typeof(decimal) ? json.GetDecimal()
                    : Scalar.Parse(json.GetRawText(), type);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new JsonException($"{Kind(json)} can not be converted to {Name(type)} at '{path}'", error);
        }

        throw new JsonException($"{Kind(json)} can not be converted to {Name(type)} at '{path}'");
    }

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => "STRING_VALUE",
        JsonValueKind.Number => "NUMBER_VALUE",
        JsonValueKind.True => "TRUE_VALUE",
        JsonValueKind.False => "FALSE_VALUE",
        JsonValueKind.Array => "START_ARRAY",
        _ => "START_OBJECT",
    };

    private static string Name(Type type) =>
        type == typeof(string) ? "String"
        : type == typeof(bool) ? "a Boolean"
        : type == typeof(int) ? "an Integer"
        : type == typeof(long) ? "a Long"
        : type == typeof(byte[]) ? "a Blob"
        : type == typeof(DateTimeOffset) ? "a Timestamp"
        : "a Double";
}

/// <summary>A request holds a member LocalCloud does not offer.</summary>
internal sealed class UnsupportedMemberException(string path) : Exception($"'{path}' is not supported by LocalCloud")
{
    public string Path { get; } = path;
}
