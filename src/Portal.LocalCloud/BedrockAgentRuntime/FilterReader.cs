using System.Globalization;
using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>Reads a filter whose shape is already checked, and refuses what breaks AWS's limits or the store's, in a sentence.</summary>
internal static class FilterReader
{
    public const int MaximumPerGroup = 5;

    public const int MaximumGroups = 5;

    /// <exception cref="FilterProblemException">A limit, a value type or the store forbids it.</exception>
    public static RetrievalFilter Read(JsonElement filter, string? storageType)
    {
        var groups = 0;
        return Read(filter, storageType, depth: 0, ref groups);
    }

    private static RetrievalFilter Read(JsonElement filter, string? storageType, int depth, ref int groups)
    {
        var member = filter.EnumerateObject().Single(member => member.Value.ValueKind != JsonValueKind.Null);
        if (member.Name is not ("andAll" or "orAll")) return Comparison(member.Name, member.Value, storageType);

        if (depth > 1) throw new FilterProblemException("The filter is nested too deeply: a group may embed groups one level deep.");
        if (++groups > MaximumGroups) throw new FilterProblemException($"The filter has more than {Show(MaximumGroups)} groups.");
        var count = member.Value.GetArrayLength();
        if (count > MaximumPerGroup) throw new FilterProblemException($"The group '{member.Name}' has {Show(count)} filters; at most {Show(MaximumPerGroup)} are allowed.");
        var members = new List<RetrievalFilter>(count);
        foreach (var item in member.Value.EnumerateArray()) members.Add(Read(item, storageType, depth + 1, ref groups));
        return new FilterGroup(member.Name == "andAll", members);
    }

    private static FilterComparison Comparison(string name, JsonElement attribute, string? storageType)
    {
        var operation = Enum.Parse<FilterOperator>(name, ignoreCase: true);
        var key = attribute.GetProperty("key").GetString()!;
        var value = attribute.GetProperty("value").Clone();
        if (!StoreFilters.Supports(storageType, operation))
            throw new FilterProblemException($"The filter operator '{name}' is not supported by the vector store {storageType}.");
        if (Expected(operation, value) is { } expected)
            throw new FilterProblemException($"The value of the filter '{name}' on '{key}' must be {expected}.");
        return new FilterComparison(operation, key, value);
    }

    private static string? Expected(FilterOperator operation, JsonElement value) => operation switch
    {
        FilterOperator.Equals or FilterOperator.NotEquals =>
            value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? null : "a string, number or boolean",
        FilterOperator.In or FilterOperator.NotIn =>
            value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? null : "a list of strings",
        FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains => value.ValueKind == JsonValueKind.String ? null : "a string",
        _ => value.ValueKind == JsonValueKind.Number ? null : "a number",
    };

    private static string Show(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A filter AWS would answer with ValidationException.</summary>
internal sealed class FilterProblemException(string message) : Exception(message);
