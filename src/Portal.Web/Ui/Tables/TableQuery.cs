namespace Portal.Web.Ui.Tables;

/// <summary>What a table asks its provider for.</summary>
/// <param name="Filter">The filter box's text, trimmed; empty for none.</param>
/// <param name="Sort">A column's name, or null.</param>
/// <param name="Skip">Rows before the page.</param>
/// <param name="Take">Rows of the page.</param>
public sealed record TableQuery(string Filter, string? Sort, bool Descending, int Skip, int Take);

/// <summary>One page of rows.</summary>
/// <param name="Total">How many there are in all under the filter; null when the source cannot tell, then <paramref name="More"/> says whether there is another page.</param>
public sealed record TablePage<TItem>(IReadOnlyList<TItem> Items, long? Total, bool More = false);
