using Xunit;

namespace Portal.Web.Ui.Tables;

public sealed class TableRowsTests
{
    private static readonly IReadOnlyList<string> _names = ["beta", "Alpha", "gamma ray", "alpha"];

    [Theory]
    [InlineData("", 4)]
    [InlineData("  ", 4)]
    [InlineData("ALPHA", 2)]
    [InlineData("ray gam", 1)]
    [InlineData("delta", 0)]
    public void Filter_ByWords_NeedsEveryWord(string filter, int expected) =>
        Assert.Equal(expected, TableRows.Filter(_names, filter, name => [name]).Count);

    [Fact]
    public void Sort_ByText_IgnoresCaseFirst() =>
        Assert.Equal(["Alpha", "alpha", "beta", "gamma ray"], TableRows.Sort(_names, name => name, descending: false));

    [Theory]
    [InlineData(false, new[] { 1, 2, 3 })]
    [InlineData(true, new[] { 3, 2, 1 })]
    public void Sort_WithMissingValues_PutsThemLast(bool descending, int[] expected)
    {
        IReadOnlyList<int?> values = [3, null, 1, 2];
        var sorted = TableRows.Sort(values, value => value, descending);
        Assert.Equal(expected, sorted.Take(3).Select(value => value!.Value));
        Assert.Null(sorted[3]);
    }

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(50, 0, 1)]
    public void Pages_OfACount_RoundsUp(long total, int size, int expected) => Assert.Equal(expected, TableRows.Pages(total, size));
}
