using System.Text.Json;
using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime;
using FsCheck.Fluent;
using Portal.Ask.Filters;
using Portal.KnowledgeBases;
using Portal.Tenants;
using Portal.Testing;
using Xunit;

namespace Portal.Ask;

/// <summary>
/// Isolation over random corpora, tenants and filters, against a knowledge base that really filters. First the guard alone is judged, on AWS's raw answers; then the
/// re-check, on corpora with planted wrong tags that no filter can catch. The judge here reads location and tag by itself.
/// </summary>
public sealed class IsolationPropertyTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Corpora = LongRun.Or(4, 60);
    private const int QueriesPerCorpus = 60;
    private static readonly string[] Names = ["Alpha", "AlphaBeta", "alpha2", "Gamma"];
    private static readonly string[] Subjects = ["encryption of health data", "backup of records", "access reviews", "incident response", "supplier contracts"];

    private readonly KnowledgeBaseStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => stage.InitializeAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Guard_OverRandomCorpora_YieldsNoForeignUntaggedOrOutsideChunk()
    {
        var (source, tenants) = await BeginAsync();
        int queries = 0, refused = 0, chunks = 0;
        for (var corpus = 0; corpus < Corpora; corpus++)
        {
            await FillAsync(corpus, planted: false);
            await stage.SyncAsync(source, Cancellation);
            foreach (var (tenant, question) in Queries(tenants, corpus))
            {
                var scope = await stage.ScopeAsync(tenant);
                if (Request(scope, question) is not { } request)
                {
                    refused++;
                    continue;
                }

                queries++;
                foreach (var result in await RawAsync(request))
                {
                    chunks++;
                    Assert.True(IsOf(tenant, result), $"As {tenant.Name} with {(question.Filter is { } filter ? FilterJson.Write(filter).ToJsonString() : "no filter")} came {UriOf(result)}");
                }
            }
        }

        output.WriteLine($"Guard alone: {queries} queries over {Corpora} corpora as {tenants.Count} tenants, {refused} filters refused, {chunks} raw chunks, none foreign, untagged or outside.");
        Assert.True(queries > 50 && chunks > 100);
    }

    [Fact]
    public async Task Recheck_OverCorporaWithPlantedTags_WithholdsExactlyTheWrongOnes()
    {
        var (source, tenants) = await BeginAsync();
        int queries = 0, shown = 0, withheld = 0;
        for (var corpus = 0; corpus < Corpora; corpus++)
        {
            await FillAsync(100 + corpus, planted: true);
            await stage.SyncAsync(source, Cancellation);
            foreach (var (tenant, question) in Queries(tenants, corpus))
            {
                var scope = await stage.ScopeAsync(tenant);
                if (Request(scope, question) is not { } request) continue;
                queries++;
                var raw = await RawAsync(request);
                var check = ChunkCheck.Check(scope, raw.Select(Chunk.Of));
                var right = raw.Where(result => IsOf(tenant, result)).Select(result => UriOf(result)).Order().ToList();
                Assert.Equal(right, check.Verified.Select(chunk => chunk.Chunk.Uri!).Order());
                Assert.Equal(raw.Count - right.Count, check.Violations.Count);
                shown += check.Verified.Count;
                withheld += check.Violations.Count;
            }
        }

        output.WriteLine($"Re-check: {queries} queries over {Corpora} corpora with planted wrong tags, {shown} chunks shown, all the tenant's; {withheld} withheld, all wrong.");
        Assert.True(shown > 50 && withheld > 20);
    }

    private async Task<((string KnowledgeBase, string DataSource) Source, List<Tenant> Tenants)> BeginAsync()
    {
        var source = await stage.MakeAsync(Cancellation);
        var tenants = new List<Tenant>();
        foreach (var name in Names) tenants.Add(await stage.AddTenantAsync(name, source));
        return (source, tenants);
    }

    /// <summary>Documents of all tenants, some untagged; planted ones say that they are a tenant's but lie elsewhere.</summary>
    private async Task FillAsync(int seed, bool planted)
    {
        var random = new Random(seed);
        for (var number = 0; number < 24; number++)
        {
            var folder = Names[random.Next(Names.Length)];
            var tag = random.Next(6) == 0 ? null : planted && random.Next(3) == 0 ? Names[random.Next(Names.Length)] : folder;
            var attributes = new Dictionary<string, object> { ["year"] = 2021 + random.Next(3), ["region"] = random.Next(2) == 0 ? "Europe" : "North America" };
            if (random.Next(2) == 0) attributes["tags"] = new[] { "x", "Europe" };
            if (random.Next(2) == 0) attributes["draft"] = random.Next(2) == 0;
            if (tag is not null) attributes[FilterGenerator.TenantKey] = tag;
            var sidecar = JsonSerializer.Serialize(new { metadataAttributes = attributes });
            var isBare = tag is null && random.Next(2) == 0;
            await stage.PutAsync($"customer-data/{folder}/{number}.md", $"{Subjects[random.Next(Subjects.Length)]}: rule {seed}.{number} of {folder}.", isBare ? null : sidecar);
            if (isBare) await stage.Aws.S3.DeleteObjectAsync(KnowledgeBaseStage.Bucket, $"customer-data/{folder}/{number}.md.metadata.json", Cancellation);
        }
    }

    private static IEnumerable<(Tenant Tenant, Question Question)> Queries(List<Tenant> tenants, int seed)
    {
        var random = new Random(seed);
        var filters = FilterGenerator.Filters(2).Sample(QueriesPerCorpus);
        foreach (var filter in filters)
        {
            yield return (tenants[random.Next(tenants.Count)], new Question(Subjects[random.Next(Subjects.Length)], 1 + random.Next(50), random.Next(5) == 0 ? null : filter));
        }
    }

    private static RetrieveRequest? Request(TenantScope scope, Question question)
    {
        try
        {
            return AskRequests.Retrieve(scope, question);
        }
        catch (PortalProblemException)
        {
            return null;
        }
    }

    private async Task<List<KnowledgeBaseRetrievalResult>> RawAsync(RetrieveRequest request)
    {
        try
        {
            return (await stage.Aws.BedrockAgentRuntime.RetrieveAsync(request, Cancellation)).RetrievalResults ?? [];
        }
        catch (AmazonServiceException fault)
        {
            throw new InvalidOperationException($"A guarded filter was refused: {fault.Message}", fault);
        }
    }

    private static string UriOf(KnowledgeBaseRetrievalResult result) => result.Location!.S3Location!.Uri!;

    private static bool IsOf(Tenant tenant, KnowledgeBaseRetrievalResult result) =>
        result.Metadata is { } metadata && metadata.TryGetValue(FilterGenerator.TenantKey, out var tag) && tag.IsString() && tag.AsString() == tenant.AttributeValue
        && UriOf(result).StartsWith($"s3://{KnowledgeBaseStage.Bucket}/{tenant.Prefix}", StringComparison.Ordinal);
}
