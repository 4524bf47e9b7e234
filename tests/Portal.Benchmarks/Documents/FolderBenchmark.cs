using Amazon.S3.Model;
using Npgsql;
using Portal.Access;
using Portal.Aws;
using Portal.Benchmarks.Figures;
using Portal.Documents;
using Portal.KnowledgeBases.Making;
using Portal.Operations;
using Portal.Settings;
using Portal.Tenants;
using Portal.Testing;

namespace Portal.Benchmarks.Documents;

/// <summary>
/// The first rows of a folder that holds very many objects, documents and sidecars half and half, beside one raw page of the same bucket; and a page of folders where
/// the same number of objects lies in very many folders.
/// </summary>
internal static class FolderBenchmark
{
    private const string Bucket = "documents";
    private const int ObjectsPerFolder = 10;

    public static async Task<FigureTable> RunAsync(BenchmarkOptions options, CancellationToken token)
    {
        var portal = new PortalFixture();
        await portal.InitializeAsync();
        try
        {
            return await RunAsync(portal, options, token);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task<FigureTable> RunAsync(PortalFixture portal, BenchmarkOptions options, CancellationToken token)
    {
        using var s3 = portal.Cloud.S3();
        await s3.PutBucketAsync(Bucket, token);
        var tenant = await TenantAsync(portal, token);
        await SeedAsync(portal.Cloud, tenant.Prefix, options.Objects, token);
        var library = portal.Get<DocumentLibrary>();

        const int warmUp = 20;
        var times = await Timing.OfAsync(warmUp, options.Runs ?? 50, token, _ => RawAsync(), _ => FirstRowsAsync(), _ => FoldersAsync());
        return new FigureTable($"First rows of a folder of {options.Objects:N0} objects", warmUp)
            .Add("One raw ListObjectsV2 page of 1,000 keys", times[0])
            .Add("DocumentLibrary.ListAsync: the first page, sidecars paired", times[1])
            .Add($"ListObjectsV2 with a delimiter: 1,000 of {options.Objects / ObjectsPerFolder:N0} folders of {ObjectsPerFolder} objects", times[2])
            .Note("One object was written by PutObject; its row in LocalCloud's database was then copied for the others. A listing reads rows, never blobs.");

        async Task RawAsync()
        {
            var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"{tenant.Prefix}many/", MaxKeys = 1000 }, token);
            Demand(page.S3Objects?.Count ?? 0, Math.Min(1000, options.Objects));
        }

        async Task FirstRowsAsync() => Demand((await library.ListAsync(tenant, "many", cancellation: token)).Documents.Count, Math.Min(500, options.Objects / 2));

        async Task FoldersAsync()
        {
            var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = $"{tenant.Prefix}folders/", Delimiter = "/", MaxKeys = 1000 }, token);
            Demand(page.CommonPrefixes?.Count ?? 0, Math.Min(1000, options.Objects / ObjectsPerFolder));
        }
    }

    private static void Demand(int seen, int wanted)
    {
        if (seen != wanted) throw new InvalidOperationException($"{seen} rows came back instead of {wanted}; the time would mean nothing.");
    }

    private static async Task<TenantScope> TenantAsync(PortalFixture portal, CancellationToken token)
    {
        var connection = await portal.Get<ConnectionGuard>().CurrentAsync(token);
        var spec = new KnowledgeBaseSpec(
            "shared", "arn:aws:iam::000000000000:role/BedrockKnowledgeBase", "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0",
            new S3VectorsStore("arn:aws:s3vectors:us-east-1:000000000000:bucket/vectors/index/shared"));
        var made = await portal.Cloud.Clients.BedrockAgent.CreateKnowledgeBaseAsync(spec.ToRequest(connection), token);
        await portal.Get<WorkspaceStore>().SaveAsync(Actor.Portal, new Workspace { ConnectionId = connection.Id, Bucket = Bucket, KnowledgeBaseId = made.KnowledgeBase.KnowledgeBaseId }, token);
        var wish = new OnboardTenant(Guid.CreateVersion7(), TenantNames.Propose("Many", "customer-data/"), [], [], KnowledgeBaseSharing.Shared, null);
        var operation = await portal.Get<TenantOnboarding>().StartAsync(Actor.Portal, wish, token);
        var ended = await Eventually.HoldsAsync(() => portal.Get<OperationDesk>().GetAsync(Actor.Portal, operation), state => state.IsFinished, "the tenant is onboarded", token, seconds: 300);
        if (ended.Status != OperationStatus.Succeeded) throw new InvalidOperationException($"Onboarding ended as {ended.Status}: {ended.Problem?.Sentence}");
        return await portal.Get<TenantDirectory>().ScopeAsync(Actor.Portal, wish.TenantId, Permission.ReadTenant, token);
    }

    private static async Task SeedAsync(LocalCloudFixture cloud, string prefix, int objects, CancellationToken token)
    {
        var template = $"{prefix}template.md";
        await cloud.Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = template, ContentBody = "# One of very many" }, token);
        await using var database = NpgsqlDataSource.Create(cloud.ConnectionString);
        await CopyAsync("@prefix || 'many/document-' || lpad((n / 2)::text, 9, '0') || case n % 2 when 0 then '.md' else '.md.metadata.json' end");
        await CopyAsync("@prefix || 'folders/folder-' || lpad((n / @folder)::text, 9, '0') || '/document-' || n || '.md'");
        await using var vacuum = database.CreateCommand("vacuum analyze s3_version");
        await vacuum.ExecuteNonQueryAsync(token);

        async Task CopyAsync(string key)
        {
            const string columns = "version_id, is_latest, modified_at, size, etag, blobs, blob_sizes, attributes, tags, checksum_algorithm, checksum_value, checksum_type";
            await using var command = database.CreateCommand(
                $"insert into s3_version (bucket, key, {columns}) select bucket, {key}, {columns} from s3_version cross join generate_series(0, @objects - 1) as n where bucket = @bucket and s3_version.key = @template");
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("prefix", prefix);
            command.Parameters.AddWithValue("folder", ObjectsPerFolder);
            command.Parameters.AddWithValue("objects", objects);
            command.Parameters.AddWithValue("bucket", Bucket);
            command.Parameters.AddWithValue("template", template);
            await command.ExecuteNonQueryAsync(token);
        }
    }
}
