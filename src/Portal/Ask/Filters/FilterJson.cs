using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Ask.Filters;

/// <summary>Filters as the JSON that goes to AWS, which is also how links and the editor keep them.</summary>
public static class FilterJson
{
    private const int LongestText = 8000;
    private const int DeepestJson = 12;

    /// <summary>AWS's name of an operator: "greaterThanOrEquals".</summary>
    public static string NameOf(FilterOperator @operator) => JsonNamingPolicy.CamelCase.ConvertName(@operator.ToString());

    /// <summary>AWS's name of a group: "andAll".</summary>
    public static string NameOf(FilterGroupKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The filter as JSON.</summary>
    public static JsonObject Write(UserFilter filter) => filter switch
    {
        FilterGroup group => new JsonObject { [NameOf(group.Kind)] = new JsonArray([.. group.Members.Select(Write)]) },
        FilterCondition condition => new JsonObject { [NameOf(condition.Operator)] = new JsonObject { ["key"] = condition.Key, ["value"] = Write(condition.Value) } },
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    /// <summary>Reads a filter from JSON of any origin.</summary>
    /// <exception cref="PortalProblemException">It is not one filter of Amazon Bedrock's form.</exception>
    public static UserFilter Parse(string json)
    {
        if (json.Length > LongestText) throw Malformed($"it has more than {LongestText} characters");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestJson });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw Malformed("it is not JSON, or nested too deeply");
        }
    }

    private static UserFilter Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.EnumerateObject().Count() != 1) throw Malformed("a filter is an object with exactly one operator");
        var member = element.EnumerateObject().Single();
        if (Enum.GetValues<FilterGroupKind>().Where(kind => NameOf(kind) == member.Name).Cast<FilterGroupKind?>().FirstOrDefault() is { } group)
        {
            if (member.Value.ValueKind != JsonValueKind.Array) throw Malformed($"{member.Name} holds a list of filters");
            return new FilterGroup(group, [.. member.Value.EnumerateArray().Select(Read)]);
        }

        var @operator = Enum.GetValues<FilterOperator>().Where(candidate => NameOf(candidate) == member.Name).Cast<FilterOperator?>().FirstOrDefault()
            ?? throw Malformed($"there is no operator \"{member.Name}\"");
        if (member.Value.ValueKind != JsonValueKind.Object || !member.Value.TryGetProperty("key", out var key) || key.ValueKind != JsonValueKind.String
            || !member.Value.TryGetProperty("value", out var value) || member.Value.EnumerateObject().Count() != 2)
            throw Malformed($"{member.Name} holds a key and a value");
        return new FilterCondition(@operator, key.GetString()!, ReadValue(value));
    }

    private static FilterValue ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new TextValue(value.GetString()!),
        JsonValueKind.Number => new NumberValue(value.GetDouble()),
        JsonValueKind.True => new BooleanValue(true),
        JsonValueKind.False => new BooleanValue(false),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            new TextListValue([.. value.EnumerateArray().Select(item => item.GetString()!)]),
        _ => throw Malformed("a value is a string, number, boolean or list of strings"),
    };

    private static JsonNode Write(FilterValue value) => value switch
    {
        TextValue text => JsonValue.Create(text.Text),
        NumberValue number => JsonValue.Create(number.Number),
        BooleanValue boolean => JsonValue.Create(boolean.Boolean),
        TextListValue list => new JsonArray([.. list.Texts.Select(text => (JsonNode)JsonValue.Create(text))]),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static PortalProblemException Malformed(string why) => new(new("MalformedFilter", $"The filter cannot be read: {why}.", "Build it anew."));
}
