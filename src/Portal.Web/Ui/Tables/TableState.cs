using Portal.Web.Ui.Page;

namespace Portal.Web.Ui.Tables;

/// <summary>What of a table is in the address: filter, sorted column, direction, page (from 1).</summary>
/// <param name="Sort">The <see cref="Column{TItem}.Name"/> of a column, or null for the order as it comes.</param>
public sealed record TableState(string Filter = "", string? Sort = null, bool Descending = false, int Page = 1)
{
    /// <summary>Reads "filter", "sort" ("name" or "-name") and "page", each with the prefix in front.</summary>
    public static TableState From(QueryState query, string prefix)
    {
        var sort = query[prefix + "sort"];
        var descending = sort?.StartsWith('-') == true;
        return new(query[prefix + "filter"] ?? "", descending ? sort![1..] : sort, descending, query.Int(prefix + "page") ?? 1);
    }

    public QueryState To(QueryState query, string prefix) => query
        .With(prefix + "filter", Filter)
        .With(prefix + "sort", Sort is null ? null : (Descending ? "-" : "") + Sort)
        .With(prefix + "page", Page > 1 ? Page : null);
}
