using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.Documents;

namespace Portal.Ask;

/// <summary>
/// A second opinion on retrieval filters, written from AWS's documentation alone and over the SDK's own shape: limits, and which documents a filter lets through.
/// It shares nothing with the code it judges.
/// </summary>
internal static class FilterOracle
{
    /// <summary>Whether a document with these attributes is let through. A missing attribute fails every comparison but the negations.</summary>
    public static bool Passes(RetrievalFilter filter, IReadOnlyDictionary<string, object> document)
    {
        if (filter.AndAll is { } all) return all.TrueForAll(member => Passes(member, document));
        if (filter.OrAll is { } any) return any.Exists(member => Passes(member, document));
        if (filter.Equals is { } equals) return Find(document, equals, out var have) && Same(have, equals.Value);
        if (filter.NotEquals is { } not) return !(Find(document, not, out var have) && Same(have, not.Value));
        if (filter.In is { } one) return Find(document, one, out var have) && one.Value.AsList().Exists(item => Same(have, item));
        if (filter.NotIn is { } none) return !(Find(document, none, out var have) && none.Value.AsList().Exists(item => Same(have, item)));
        if (filter.GreaterThan is { } greater) return Number(document, greater, out var left, out var right) && left > right;
        if (filter.GreaterThanOrEquals is { } atLeast) return Number(document, atLeast, out var left, out var right) && left >= right;
        if (filter.LessThan is { } less) return Number(document, less, out var left, out var right) && left < right;
        if (filter.LessThanOrEquals is { } atMost) return Number(document, atMost, out var left, out var right) && left <= right;
        if (filter.StartsWith is { } starts) return Find(document, starts, out var have) && have is string text && text.StartsWith(starts.Value.AsString(), StringComparison.Ordinal);
        if (filter.StringContains is { } contains) return Find(document, contains, out var have) && Texts(have).Any(text => text.Contains(contains.Value.AsString(), StringComparison.Ordinal));
        if (filter.ListContains is { } lists) return Find(document, lists, out var have) && have is string[] items && items.Contains(lists.Value.AsString());
        throw new InvalidOperationException("The filter has no member set.");
    }

    /// <summary>What AWS would refuse; null for a legal filter.</summary>
    public static string? Illegal(RetrievalFilter filter)
    {
        var groups = 0;
        return Illegal(filter, 1, ref groups) ?? (groups > 5 ? $"{groups} groups" : null);
    }

    private static string? Illegal(RetrievalFilter filter, int depth, ref int groups)
    {
        var attributes = new[]
        {
            filter.Equals, filter.NotEquals, filter.In, filter.NotIn, filter.GreaterThan, filter.GreaterThanOrEquals, filter.LessThan, filter.LessThanOrEquals, filter.StartsWith,
            filter.StringContains, filter.ListContains,
        }.OfType<FilterAttribute>().ToList();
        var lists = new[] { filter.AndAll, filter.OrAll }.OfType<List<RetrievalFilter>>().ToList();
        if (attributes.Count + lists.Count != 1) return "not exactly one member";
        if (attributes is [var attribute]) return attribute.Key.Length is < 1 or > 100 ? "key length" : null;
        groups++;
        if (depth > 2) return "nested too deeply";
        if (lists[0].Count is < 2 or > 5) return $"a group of {lists[0].Count}";
        foreach (var member in lists[0])
        {
            if (Illegal(member, depth + 1, ref groups) is { } problem) return problem;
        }

        return null;
    }

    private static bool Find(IReadOnlyDictionary<string, object> document, FilterAttribute attribute, out object have) => document.TryGetValue(attribute.Key, out have!);

    private static bool Number(IReadOnlyDictionary<string, object> document, FilterAttribute attribute, out double left, out double right)
    {
        (left, right) = (0, NumberOf(attribute.Value) ?? double.NaN);
        if (!document.TryGetValue(attribute.Key, out var have) || have is not double number) return false;
        left = number;
        return true;
    }

    private static IEnumerable<string> Texts(object have) => have switch { string text => [text], string[] items => items, _ => [] };

    private static bool Same(object have, Document value) => have switch
    {
        string text => value.IsString() && value.AsString() == text,
        bool flag => value.IsBool() && value.AsBool() == flag,
        double number => NumberOf(value) == number,
        _ => false,
    };

    private static double? NumberOf(Document value) =>
        value.IsDouble() ? value.AsDouble() : value.IsLong() ? value.AsLong() : value.IsInt() ? value.AsInt() : null;
}
