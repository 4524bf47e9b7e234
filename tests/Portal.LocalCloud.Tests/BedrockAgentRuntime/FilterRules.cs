using System.Text.Json;
using Portal.LocalCloud.BedrockAgentRuntime;

namespace Portal.LocalCloud.Tests.BedrockAgentRuntime;

/// <summary>The filter rules as they are documented, evaluated in memory.</summary>
internal static class FilterRules
{
    public static bool Holds(RetrievalFilter filter, JsonElement metadata, string storage) => filter switch
    {
        FilterGroup { All: true } group => group.Members.All(member => Holds(member, metadata, storage)),
        FilterGroup group => group.Members.Any(member => Holds(member, metadata, storage)),
        FilterComparison comparison => Holds(comparison, metadata.TryGetProperty(comparison.Key, out var value) ? value : null, storage),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static bool Holds(FilterComparison filter, JsonElement? given, string storage)
    {
        var isText = given is { ValueKind: JsonValueKind.String };
        var isList = given is { ValueKind: JsonValueKind.Array };
        var wanted = filter.Value;
        return filter.Operator switch
        {
            FilterOperator.Equals => given is { } value && Same(value, wanted),
            FilterOperator.NotEquals => given is not { } value || !Same(value, wanted),
            FilterOperator.In => isText && Listed(given!.Value, wanted),
            FilterOperator.NotIn => given is null ? storage != "RDS" : !(isText && Listed(given.Value, wanted)),
            FilterOperator.StartsWith => isText && given!.Value.GetString()!.StartsWith(wanted.GetString()!, StringComparison.Ordinal),
            FilterOperator.StringContains => (isText && given!.Value.GetString()!.Contains(wanted.GetString()!, StringComparison.Ordinal))
                || (isList && storage == "OPENSEARCH_SERVERLESS" && given!.Value.EnumerateArray().Any(item => item.ToString().Contains(wanted.GetString()!, StringComparison.Ordinal))),
            FilterOperator.ListContains => isList && given!.Value.EnumerateArray().Any(item => item.ToString() == wanted.GetString()),
            _ => given is { ValueKind: JsonValueKind.Number } number && Compare(filter.Operator, number.GetDouble(), wanted.GetDouble()),
        };
    }

    private static bool Same(JsonElement left, JsonElement right) => left.ValueKind == right.ValueKind && left.ValueKind switch
    {
        JsonValueKind.String => left.GetString() == right.GetString(),
        JsonValueKind.Number => left.GetDouble().Equals(right.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    private static bool Listed(JsonElement value, JsonElement list) => list.EnumerateArray().Any(item => item.GetString() == value.GetString());

    private static bool Compare(FilterOperator operation, double left, double right) => operation switch
    {
        FilterOperator.GreaterThan => left > right,
        FilterOperator.GreaterThanOrEquals => left >= right,
        FilterOperator.LessThan => left < right,
        _ => left <= right,
    };
}
