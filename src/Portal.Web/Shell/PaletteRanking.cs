namespace Portal.Web.Shell;

/// <summary>Which lines match what was typed, best first.</summary>
internal static class PaletteRanking
{
    public static IReadOnlyList<PaletteItem> Rank(IEnumerable<PaletteItem> items, string typed, int most = 30)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. items
            .Select((item, index) => (item, index, score: words.Sum(word => Score(item, word)), all: words.All(word => Score(item, word) > 0)))
            .Where(entry => entry.all)
            .OrderByDescending(entry => entry.score).ThenBy(entry => entry.index)
            .Take(most)
            .Select(entry => entry.item)];
    }

    private static int Score(PaletteItem item, string word) =>
        item.Title.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 4
        : item.Title.Contains(" " + word, StringComparison.OrdinalIgnoreCase) ? 3
        : item.Title.Contains(word, StringComparison.OrdinalIgnoreCase) ? 2
        : item.Words.Contains(word, StringComparison.OrdinalIgnoreCase) || item.Hint?.Contains(word, StringComparison.OrdinalIgnoreCase) == true ? 1 : 0;
}
