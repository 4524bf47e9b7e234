namespace Portal.Web.Ui.Tables;

/// <summary>Filter, order and page of rows that are all at hand.</summary>
internal static class TableRows
{
    /// <summary>Every word of the filter must occur in one of the row's texts, without regard to case.</summary>
    public static IReadOnlyList<TItem> Filter<TItem>(IReadOnlyList<TItem> items, string filter, Func<TItem, IEnumerable<string?>> texts)
    {
        var words = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return items;
        return [.. items.Where(item =>
        {
            var all = texts(item).ToList();
            return words.All(word => all.Exists(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        })];
    }

    /// <summary>Stable; texts as a reader expects them, missing values last in both directions.</summary>
    public static IReadOnlyList<TItem> Sort<TItem>(IReadOnlyList<TItem> items, Func<TItem, IComparable?>? by, bool descending)
    {
        if (by is null) return items;
        var ordered = items.OrderBy(item => by(item) is null);
        return [.. descending ? ordered.ThenByDescending(by, ValueOrder.Instance) : ordered.ThenBy(by, ValueOrder.Instance)];
    }

    /// <summary>How many pages; at least one.</summary>
    public static int Pages(long total, int size) => size <= 0 ? 1 : (int)Math.Max(1, (total + size - 1) / size);

    private sealed class ValueOrder : IComparer<IComparable?>
    {
        public static readonly ValueOrder Instance = new();

        public int Compare(IComparable? x, IComparable? y) => (x, y) switch
        {
            (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase) is var order && order != 0 ? order : string.CompareOrdinal(a, b),
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ => x.CompareTo(y),
        };
    }
}
