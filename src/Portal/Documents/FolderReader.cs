using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>Lists a folder page by page, and pairs documents with their sidecars, also where a page ends between the two.</summary>
internal sealed class FolderReader(AwsClients clients)
{
    /// <summary>Keys of a page: S3's bound.</summary>
    public const int PageSize = 1000;

    public async Task<FolderListing> ReadAsync(TenantScope scope, string? folder, string? token, CancellationToken cancellation)
    {
        scope.Demand(Permission.ReadTenant);
        var inside = DocumentKey.FolderOf(scope, folder);
        var prefix = DocumentKey.FolderKey(scope, inside);
        var s3 = clients.For(scope.Connection).S3;
        var page = await s3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = scope.Bucket, Prefix = prefix, Delimiter = "/", MaxKeys = PageSize, ContinuationToken = token, Encoding = EncodingType.Url }, cancellation);
        // Only encoded keys survive XML whatever they hold; the SDK hands them on as they come.
        Func<string, string> decode = page.Encoding == EncodingType.Url ? WebUtility.UrlDecode! : static key => key;
        foreach (var item in page.S3Objects ?? []) item.Key = decode(item.Key);
        var prefixes = (page.CommonPrefixes ?? []).Select(decode).ToList();
        var objects = (page.S3Objects ?? []).Where(item => item.Key != prefix).ToList();
        var sidecars = objects.Where(item => IsSidecar(item.Key)).Select(item => item.Key).ToHashSet();
        var documents = new List<DocumentEntry>();
        var unhandled = new List<string>();
        foreach (var item in objects.Where(item => !IsSidecar(item.Key)))
        {
            if (!DocumentKey.TryParse(scope, item.Key, out var key)) unhandled.Add(item.Key);
            else documents.Add(new DocumentEntry(key, item.Size ?? 0, new DateTimeOffset(item.LastModified?.ToUniversalTime() ?? default), sidecars.Contains(key.SidecarValue)));
        }

        var folders = new List<string>();
        foreach (var name in prefixes.Select(common => common[prefix.Length..^1]))
        {
            if (FolderRules.OfSegment(name, "Folder") is null) folders.Add(name);
            else unhandled.Add($"{prefix}{name}/");
        }

        if (page.NextContinuationToken is not null) await ResolveAsync(s3, scope.Bucket, documents, [.. objects.Select(item => item.Key), .. prefixes], cancellation);
        return new FolderListing(inside, folders, documents, unhandled, Orphans(sidecars, documents, objects, token is null), page.NextContinuationToken);
    }

    /// <summary>Asks for the sidecars that sort after the end of this page.</summary>
    private static async Task ResolveAsync(IAmazonS3 s3, string bucket, List<DocumentEntry> documents, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var last = keys.MaxBy(Encoding.UTF8.GetBytes, ByteOrder.Instance);
        if (last is null) return;
        for (var index = 0; index < documents.Count; index++)
        {
            var document = documents[index];
            if (document.HasSidecar || ByteOrder.Instance.Compare(Encoding.UTF8.GetBytes(document.Key.SidecarValue), Encoding.UTF8.GetBytes(last)) <= 0) continue;
            documents[index] = document with { HasSidecar = await DocumentWriter.FindAsync(s3, bucket, document.Key.SidecarValue, cancellation) is not null };
        }
    }

    /// <summary>Sidecars without a document. One at the head of a later page may belong to the page before.</summary>
    private static List<string> Orphans(HashSet<string> sidecars, List<DocumentEntry> documents, List<S3Object> objects, bool firstPage)
    {
        var paired = documents.Select(document => document.Key.SidecarValue).ToHashSet();
        var first = objects.Count == 0 ? [] : Encoding.UTF8.GetBytes(objects[0].Key);
        return [.. sidecars.Where(sidecar => !paired.Contains(sidecar)
            && (firstPage || ByteOrder.Instance.Compare(Encoding.UTF8.GetBytes(sidecar[..^DocumentKey.SidecarSuffix.Length]), first) >= 0)).Order(StringComparer.Ordinal)];
    }

    private static bool IsSidecar(string key) => key.EndsWith(DocumentKey.SidecarSuffix, StringComparison.Ordinal);

    /// <summary>S3's order of keys: by their UTF-8 bytes.</summary>
    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? left, byte[]? right) => left.AsSpan().SequenceCompareTo(right);
    }
}
