using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Portal.LocalCloud.Wire;

/// <summary>Checks a bound request against the constraints its records declare and words the failures as AWS does.</summary>
internal static class RequestValidator
{
    /// <summary>AWS's sentence about all broken constraints, or null when there are none.</summary>
    public static string? Problem(Shape shape, object request)
    {
        var problems = new List<string>();
        Check(shape, request, "", problems);
        return problems.Count switch
        {
            0 => null,
            1 => $"1 validation error detected: {problems[0]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{problems.Count} validation errors detected: {string.Join("; ", problems)}"),
        };
    }

    private static void Check(Shape shape, object owner, string path, List<string> problems)
    {
        var set = 0;
        foreach (var member in shape.Members)
        {
            var name = path + member.JsonName;
            var value = member.Get(owner);
            if (value is null)
            {
                if (member.IsRequired)
                    problems.Add($"Value null at '{name}' failed to satisfy constraint: Member must not be null");
                continue;
            }

            set++;
            foreach (var constraint in member.Constraints)
            {
                if (!constraint.Each)
                    Apply(constraint, value, name, problems);
                else
                    ApplyToEach(constraint, value, name, problems);
            }

            CheckNested(member.Type, value, name, problems);
        }

        if (shape.IsUnion && set != 1)
            problems.Add($"Value at '{path.TrimEnd('.')}' failed to satisfy constraint: Member must have exactly one of [{string.Join(", ", shape.Members.Select(member => member.JsonName))}] set");
    }

    private static void CheckNested(ValueType type, object value, string name, List<string> problems)
    {
        if (type.IsRecord)
        {
            if (!type.Clr.Namespace!.StartsWith("System", StringComparison.Ordinal) && value is not (RequestBody or ResponseBody))
                Check(Shape.Of(type.Clr), value, name + ".", problems);
        }
        else if (type.Item is { } item && !Scalar.Is(item.Clr))
        {
            var index = 0;
            foreach (var entry in (IEnumerable)value)
                CheckNested(item, entry, string.Create(CultureInfo.InvariantCulture, $"{name}.{++index}.member"), problems);
        }
        else if (type.MapValue is { } mapValue && !Scalar.Is(mapValue.Clr))
        {
            foreach (DictionaryEntry entry in (IDictionary)value)
                CheckNested(mapValue, entry.Value!, $"{name}.{entry.Key}.member", problems);
        }
    }

    private static void ApplyToEach(ConstraintAttribute constraint, object value, string name, List<string> problems)
    {
        if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
                Apply(constraint, entry.Value!, $"{name}.{entry.Key}.member", problems);
            return;
        }

        var index = 0;
        foreach (var item in (IEnumerable)value)
            Apply(constraint, item, string.Create(CultureInfo.InvariantCulture, $"{name}.{++index}.member"), problems);
    }

    private static void Apply(ConstraintAttribute constraint, object value, string name, List<string> problems)
    {
        if (constraint.Broken(value) is { } rule)
            problems.Add($"Value '{Show(value)}' at '{name}' failed to satisfy constraint: {rule}");
    }

    private static string Show(object value) => value switch
    {
        string or IFormattable or bool => Scalar.Format(value),
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}={map[key]}"))}}}",
        JsonElement element => element.GetRawText(),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };
}
