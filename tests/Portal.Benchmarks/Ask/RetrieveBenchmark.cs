using System.Diagnostics;
using System.Globalization;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Portal.Benchmarks.Figures;
using Portal.LocalCloud.Tests.BedrockAgent;
using Portal.Testing;

namespace Portal.Benchmarks.Ask;

/// <summary>
/// Retrieve in a large knowledge base of sixty tenants, as one of them and without a filter, beside the same question in a knowledge base of a hundredth of it.
/// Everything comes in by S3 and ingestion jobs: CSV files, a chunk a record.
/// </summary>
internal static class RetrieveBenchmark
{
    private const int Tenants = 60;

    public static async Task<FigureTable> RunAsync(BenchmarkOptions options, CancellationToken token)
    {
        var cloud = new LocalCloudFixture();
        await cloud.InitializeAsync();
        try
        {
            return await RunAsync(cloud, options, token);
        }
        finally
        {
            await cloud.DisposeAsync();
        }
    }

    private static async Task<FigureTable> RunAsync(LocalCloudFixture cloud, BenchmarkOptions options, CancellationToken token)
    {
        var small = await KnowledgeBaseBench.NewAsync(cloud, token: token);
        await IngestAsync(cloud, small, Math.Max(Tenants, options.Chunks / 100), token);
        var large = await KnowledgeBaseBench.NewAsync(cloud, token: token);
        var start = Stopwatch.GetTimestamp();
        await IngestAsync(cloud, large, options.Chunks, token);
        var ingested = Stopwatch.GetElapsedTime(start);

        const int warmUp = 20;
        var times = await Timing.OfAsync(warmUp, options.Runs ?? 200, token, round => AskAsync(small, round, null), round => AskAsync(large, round, TenantOf(round)), round => AskAsync(large, round, null));
        return new FigureTable($"Retrieve over {options.Chunks:N0} chunks of {Tenants} tenants", warmUp)
            .Add($"{Math.Max(Tenants, options.Chunks / 100):N0} chunks, no filter", times[0])
            .Add($"{options.Chunks:N0} chunks, filtered to one tenant", times[1])
            .Add($"{options.Chunks:N0} chunks, no filter", times[2])
            .Note(string.Create(CultureInfo.InvariantCulture, $"Seeded by {Tenants} CSV files and a real ingestion job: {ingested.TotalSeconds:#,0} s with upload, {options.Chunks / ingested.TotalSeconds:#,0} chunks a second."))
            .Note("OPENSEARCH_SERVERLESS store, hybrid search, five results; through the AWS client, HTTP and signatures included; one question after the other, each another one.");
    }

    private static async Task AskAsync(KnowledgeBaseBench bench, int round, string? tenant)
    {
        var found = await bench.RetrieveAsync(Prose.Question(round), tenant is null ? null : KnowledgeBaseBench.Is("customer", tenant));
        if (found.Count == 0) throw new InvalidOperationException("Nothing came back; the time would mean nothing.");
        if (tenant is not null && found.Any(chunk => chunk.Metadata?["customer"].AsString() != tenant)) throw new InvalidOperationException($"A chunk that is not {tenant}'s came back.");
    }

    private static string TenantOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tenant-{number % Tenants:00}");

    private static async Task IngestAsync(LocalCloudFixture cloud, KnowledgeBaseBench bench, int chunks, CancellationToken token)
    {
        for (var tenant = 0; tenant < Tenants; tenant++)
        {
            var rows = (chunks / Tenants) + (tenant < chunks % Tenants ? 1 : 0);
            var csv = $"text,number\n{string.Concat(Enumerable.Range(0, rows).Select(row => $"\"{Prose.Passage((tenant * chunks) + row)}\",{row}\n"))}";
            var sidecar = $$"""
                {
                  "metadataAttributes": { "customer": "{{TenantOf(tenant)}}" },
                  "documentStructureConfiguration": {
                    "type": "RECORD_BASED_STRUCTURE_METADATA",
                    "recordBasedStructureMetadata": {
                      "contentFields": [ { "fieldName": "text" } ],
                      "metadataFieldsSpecification": { "fieldsToInclude": [ { "fieldName": "number" } ] }
                    }
                  }
                }
                """;
            await bench.PutAsync($"customer-data/{TenantOf(tenant)}/records.csv", csv, sidecar);
        }

        var agent = cloud.Clients.BedrockAgent;
        var started = (await agent.StartIngestionJobAsync(new StartIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId }, token)).IngestionJob;
        var ended = await Eventually.HoldsAsync(
            async () => (await agent.GetIngestionJobAsync(new GetIngestionJobRequest { KnowledgeBaseId = bench.KnowledgeBaseId, DataSourceId = bench.DataSourceId, IngestionJobId = started.IngestionJobId }, token)).IngestionJob,
            job => job.Status == IngestionJobStatus.COMPLETE || job.Status == IngestionJobStatus.FAILED, "the job ends", token, seconds: 3600);
        if (ended.Status != IngestionJobStatus.COMPLETE || ended.Statistics?.NumberOfDocumentsFailed > 0)
            throw new InvalidOperationException($"The job ended as {ended.Status}: {string.Join(' ', ended.FailureReasons ?? [])}");
    }
}
