using Portal.LocalCloud.S3.Objects;

namespace Portal.LocalCloud.S3.Listing;

/// <summary>A page of a listing and where the next one begins, null on the last page.</summary>
internal sealed record ListingPage(IReadOnlyList<ListingRow> Rows, ListingStart? Next)
{
    public IEnumerable<StoredVersion> Versions => Rows.Where(row => row.Version is not null).Select(row => row.Version!);

    public static async Task<ListingPage> ReadAsync(ListingWalk walk, ListingQuery query, CancellationToken token)
    {
        if (query.Limit == 0)
            return new ListingPage([], null);

        // One row more than asked for tells whether there is a next page.
        var rows = await walk.RunAsync(query with { Limit = query.Limit + 1 }, token);
        return rows.Count <= query.Limit
            ? new ListingPage(rows, null)
            : new ListingPage([.. rows.Take(query.Limit)], After(rows[query.Limit - 1]));
    }

    public IReadOnlyList<CommonPrefix> Prefixes(Func<string?, string?> encode) =>
        [.. Rows.Where(row => row.CommonPrefix is not null).Select(row => new CommonPrefix { Prefix = encode(row.CommonPrefix)! })];

    private static ListingStart? After(ListingRow row) => row.CommonPrefix is { } folder
        ? ObjectKey.After(folder) is { } next ? ListingStart.At(next) : null
        : new ListingStart(row.Version!.Key, row.Version.Rank);
}
