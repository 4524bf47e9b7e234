using System.Globalization;
using System.Text;
using Npgsql;
using Portal.LocalCloud.S3.Objects;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.S3.Listing;

/// <summary>Which stretch of a bucket to list.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Prefix">Empty for all.</param>
/// <param name="Delimiter">Null for none.</param>
/// <param name="Start">Where to begin, below which nothing is listed.</param>
/// <param name="Limit">Rows, keys and common prefixes together.</param>
/// <param name="AllVersions">Versions and delete markers too, not only current objects.</param>
internal sealed record ListingQuery(string Bucket, string Prefix, string? Delimiter, ListingStart Start, int Limit, bool AllVersions);

/// <summary>The place after which a listing goes on.</summary>
/// <param name="Key">A key.</param>
/// <param name="Rank">Versions of the key up to this rank have been listed; <see cref="long.MaxValue"/> for all of them, <see cref="long.MinValue"/> for none.</param>
internal sealed record ListingStart(string Key, long Rank)
{
    public static ListingStart Beginning { get; } = new("", long.MinValue);

    public static ListingStart After(string key) => new(key, long.MaxValue);

    public static ListingStart At(string key) => new(key, long.MinValue);
}

/// <summary>One line of a listing: a version, or a common prefix that stands for all keys below it.</summary>
internal sealed record ListingRow(StoredVersion? Version, string? CommonPrefix);

/// <summary>
/// Lists by walking the index: each step seeks the first entry after the one before, and past a common prefix it seeks the first key that does not
/// begin with it, so folders of any size cost one step each.
/// </summary>
internal sealed class ListingWalk(NpgsqlDataSource data)
{
    public async Task<IReadOnlyList<ListingRow>> RunAsync(ListingQuery query, CancellationToken token)
    {
        var start = query.Start;
        if (ObjectKey.Compare(start.Key, query.Prefix) < 0)
            start = ListingStart.At(query.Prefix);
        var end = ObjectKey.After(query.Prefix);
        var skip = query.Delimiter is null ? null : ObjectKey.After(query.Delimiter);
        var values = new List<object?> { query.Bucket, start.Key, start.Rank, query.Limit };
        if (end is not null)
            values.Add(end);
        if (skip is not null)
            values.AddRange([query.Prefix, query.Delimiter, skip]);
        return await data.Sql(Text(query, bounded: end is not null, folded: skip is not null), [.. values]).RowsAsync(Read, token);
    }

    /// <summary>@p0 bucket, @p1 key and @p2 rank to begin after, @p3 limit; then, where used, end of the prefix, prefix, delimiter, successor of the delimiter.</summary>
    private static string Text(ListingQuery query, bool bounded, bool folded)
    {
        var next = bounded ? 5 : 4;
        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        var (prefix, delimiter, successor) = ($"@p{Number(next)}", $"@p{Number(next + 1)}", $"@p{Number(next + 2)}");
        var live = (bounded ? "and v.key < @p4 " : "") + (query.AllVersions ? "" : "and v.is_latest and not v.is_delete_marker ");
        var columns = string.Join(", ", StoredVersion.Columns.Split(", ").Select(column => "v." + column));
        if (!folded)
            return $"select {columns}, null::text from s3_version v where v.bucket = @p0 and (v.key, v.rank) > (@p1, @p2) {live}order by v.key, v.rank limit @p3";

        var step = new StringBuilder()
            .Append("select v.key, v.rank, f.folder, ")
            .Append(CultureInfo.InvariantCulture, $"case when f.folder is null then v.key else left(f.folder, -length({delimiter})) || {successor} end as next_key, ")
            .Append("case when f.folder is null then v.rank else -9223372036854775808 end as next_rank ")
            .Append("from s3_version v cross join lateral (select nullif(strpos(substr(v.key, length(").Append(prefix).Append(") + 1), ").Append(delimiter).Append("), 0) as at) p ")
            .Append("cross join lateral (select left(v.key, length(").Append(prefix).Append(") + p.at + length(").Append(delimiter).Append(") - 1) as folder) f ")
            .Append("where v.bucket = @p0 ").Append(live)
            .ToString();
        return $"""
            with recursive walk as (
              (select s.key, s.rank, s.folder, s.next_key, s.next_rank from ({step} and (v.key, v.rank) > (@p1, @p2) order by v.key, v.rank limit 1) s)
              union all
              select s.key, s.rank, s.folder, s.next_key, s.next_rank
              from walk w cross join lateral ({step} and (v.key, v.rank) > (w.next_key, w.next_rank) order by v.key, v.rank limit 1) s)
            select {columns}, w.folder from (select * from walk limit @p3) w
            join s3_version v on v.bucket = @p0 and v.key = w.key and v.rank = w.rank
            order by v.key, v.rank
            """;
    }

    private static ListingRow Read(NpgsqlDataReader row)
    {
        var folder = row.TextOrNull(15);
        return folder is null ? new ListingRow(StoredVersion.Read(row), null) : new ListingRow(null, folder);
    }
}
