using System.Globalization;
using System.Text;
using Amazon.S3.Model;
using FsCheck.Fluent;
using Npgsql;
using Portal.Testing;
using Xunit;

namespace Portal.LocalCloud.Tests.S3;

/// <summary>Listings against a model: sorted UTF-8 keys, folded by hand, over random keys, prefixes, delimiters and page sizes.</summary>
public sealed class ListingPropertyTests(LocalCloudFixture cloud) : S3Tests(cloud)
{
    private static readonly string[] Pieces = ["a", "b", "A", "/", "//", "é", "日", "😀", "\uE000", "\uFFFD", " ", "+", "%", "ab", "-", "."];

    [Fact]
    public async Task ListV2_RandomKeys_EqualsTheModel()
    {
        var key = Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces.Take(6)));
        var cases = key.NonEmptyListOf().Sample(60, 20).ToList();
        var random = new System.Random(20261120);
        foreach (var keys in cases)
            await CheckAsync(keys.Distinct().ToList(), random);
    }

    private async Task CheckAsync(List<string> keys, System.Random random)
    {
        await FillAsync(keys);
        var prefix = random.Next(3) == 0 ? "" : keys[random.Next(keys.Count)] is var some ? some[..SafeCut(some, random)] : "";
        var delimiter = new[] { null, "/", "a", "//", "😀" }[random.Next(5)];
        var startAfter = random.Next(2) == 0 ? null : keys[random.Next(keys.Count)];
        var pageSize = random.Next(1, 6);

        var expected = Model(keys, prefix, delimiter, startAfter);
        var actual = new List<string>();
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix, Delimiter = delimiter, StartAfter = startAfter, MaxKeys = pageSize };
        ListObjectsV2Response page;
        do
        {
            page = await S3.ListObjectsV2Async(request, Token);
            var names = (page.S3Objects ?? []).Select(item => item.Key).Concat(page.CommonPrefixes ?? []).OrderBy(Bytes, StringComparer.Ordinal).ToList();
            Assert.True(names.Count <= pageSize);
            actual.AddRange(names);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        Assert.True(expected.SequenceEqual(actual), $"prefix '{prefix}', delimiter '{delimiter}', start after '{startAfter}', pages of {pageSize}\nexpected {string.Join(" | ", expected)}\nactual   {string.Join(" | ", actual)}");
    }

    private static List<string> Model(List<string> keys, string prefix, string? delimiter, string? startAfter)
    {
        var names = new List<string>();
        foreach (var key in keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(Bytes, StringComparer.Ordinal))
        {
            if (startAfter is not null && string.CompareOrdinal(Bytes(key), Bytes(startAfter)) <= 0)
                continue;
            var at = delimiter is null ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            var name = at < 0 ? key : key[..(at + delimiter!.Length)];
            if (names.Count == 0 || names[^1] != name)
                names.Add(name);
        }

        return names;
    }

    /// <summary>Text whose ordinal order is that of the UTF-8 bytes.</summary>
    private static string Bytes(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(unit => unit.ToString("x2", CultureInfo.InvariantCulture)));

    private static int SafeCut(string text, System.Random random)
    {
        var cut = random.Next(text.Length + 1);
        return cut > 0 && cut < text.Length && char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    private async Task FillAsync(List<string> keys)
    {
        await using var database = NpgsqlDataSource.Create(Cloud.ConnectionString);
        await using (var empty = database.CreateCommand("delete from s3_version where bucket = $1"))
        {
            empty.Parameters.AddWithValue(Bucket);
            await empty.ExecuteNonQueryAsync(Token);
        }

        await using var fill = database.CreateCommand("""
            insert into s3_version (bucket, key, version_id, is_latest, modified_at) select $1, unnest($2), $3, true, now()
            """);
        fill.Parameters.AddWithValue(Bucket);
        fill.Parameters.AddWithValue(keys.ToArray());
        fill.Parameters.AddWithValue(Guid.NewGuid().ToString());
        await fill.ExecuteNonQueryAsync(Token);
    }
}
