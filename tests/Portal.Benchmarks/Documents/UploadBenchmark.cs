using System.Globalization;
using Amazon.BedrockAgent;
using Amazon.BedrockAgent.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Portal.Benchmarks.Figures;
using Portal.E2E.Stage;
using Portal.Testing;

namespace Portal.Benchmarks.Documents;

/// <summary>
/// One large file from the disk into LocalCloud's S3: by the AWS SDK's own TransferUtility, and by the upload address of a running portal. LocalCloud, the
/// portal and the sender are processes of their own. Cookie and antiforgery as a browser has them.
/// </summary>
internal static class UploadBenchmark
{
    private const string Email = "ada@example.com";
    private const string Password = "kestrels over the harbour";
    private const string Bucket = "portal-workspace";
    private const string Tenant = "customera";

    public static async Task<FigureTable> RunAsync(BenchmarkOptions options, CancellationToken token)
    {
        var file = Path.Combine(TestServer.NewFolder("upload"), "large.pdf");
        await FillAsync(file, options.Megabytes, token);
        await using var cloud = new LocalCloudServer();
        await cloud.StartAsync();
        await using var portal = PortalServer.On(cloud, new Dictionary<string, string>
        {
            ["Portal:Administrator:Email"] = Email,
            ["Portal:Administrator:Password"] = Password,
            ["Portal:SampleWorkspace"] = "true",
        });
        await portal.StartAsync();
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("local", "local-secret-key"), new AmazonS3Config { ServiceURL = cloud.Url, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await SampleIsThereAsync(cloud.Clients.BedrockAgent, token);
        using var visitor = new PortalVisitor(portal.Url);
        await visitor.SignInAsync(Email, Password, token);
        using var transfer = new TransferUtility(s3);

        const int warmUp = 1;
        var memory = new List<(int Contestant, MemoryWatch Watch)>();
        var times = await Timing.OfAsync(warmUp, options.Runs ?? 3, token, round => WatchedAsync(0, cloud, round, RawAsync), round => WatchedAsync(1, portal, round, ThroughAsync));
        var table = new FigureTable($"Upload of one file of {options.Megabytes:N0} MB", warmUp).Add("AWSSDK TransferUtility, straight to LocalCloud", times[0]).Add("PUT to the portal, which writes to the same LocalCloud", times[1]);
        table.Note(Flat("the portal's process while it passes the file on", 1)).Note(Flat("LocalCloud's process while it takes the file from TransferUtility", 0));
        table.Note("The file lies on the disk of the machine that also runs LocalCloud; through the portal its bytes travel twice.");
        return table;

        async Task WatchedAsync(int contestant, ServerProcess process, int round, Func<string, Task> upload)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"large-{contestant}-{round}.pdf");
            await using var watch = new MemoryWatch(process.ProcessId);
            await upload(name);
            if (round >= warmUp) memory.Add((contestant, watch));
        }

        async Task RawAsync(string name)
        {
            await transfer.UploadAsync(file, Bucket, $"raw/{name}", token);
            await RemoveAsync(s3, $"raw/{name}", token);
        }

        async Task ThroughAsync(string name)
        {
            await visitor.UploadAsync(Tenant, "", name, file, token);
            await RemoveAsync(s3, $"customer-data/CustomerA/{name}", token);
        }

        string Flat(string who, int contestant)
        {
            var watches = memory.Where(item => item.Contestant == contestant).Select(item => item.Watch).ToList();
            static double Megabytes(IEnumerable<long> bytes) => new Timing([.. bytes.Select(value => value / 1e6).Order()]).Median;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Working set of {who}: {Megabytes(watches.Select(watch => watch.BeforeBytes)):#,0} MB before, peak {Megabytes(watches.Select(watch => watch.FirstQuarterPeakBytes)):#,0} MB in the first quarter of the upload, {Megabytes(watches.Select(watch => watch.LastQuarterPeakBytes)):#,0} MB in the last, {Megabytes(watches.Select(watch => watch.PeakBytes)):#,0} MB over all (medians).");
        }
    }

    /// <summary>Deletes the versions too: the workspace's bucket keeps them, and the disk is not endless. A small call beside the upload, and the same for both.</summary>
    private static async Task RemoveAsync(AmazonS3Client s3, string key, CancellationToken token)
    {
        var versions = await s3.ListVersionsAsync(new ListVersionsRequest { BucketName = Bucket, Prefix = key }, token);
        foreach (var version in versions.Versions ?? []) await s3.DeleteObjectAsync(Bucket, version.Key, version.VersionId, token);
    }

    private static async Task FillAsync(string file, int megabytes, CancellationToken token)
    {
        var random = new Random(20261120);
        var block = new byte[1_000_000];
        await using var stream = File.Create(file);
        for (var at = 0; at < megabytes; at++)
        {
            random.NextBytes(block);
            await stream.WriteAsync(block, token);
        }
    }

    /// <summary>The sample workspace ends with the sync of its knowledge base; until then it would be measured too.</summary>
    private static async Task SampleIsThereAsync(IAmazonBedrockAgent agent, CancellationToken token)
    {
        await Eventually.HoldsAsync(CompleteJobsAsync, jobs => jobs > 0, "the sample's knowledge base is synced", token, seconds: 300);

        async Task<int> CompleteJobsAsync()
        {
            var complete = 0;
            foreach (var knowledgeBase in (await agent.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest(), token)).KnowledgeBaseSummaries ?? [])
            {
                foreach (var source in (await agent.ListDataSourcesAsync(new ListDataSourcesRequest { KnowledgeBaseId = knowledgeBase.KnowledgeBaseId }, token)).DataSourceSummaries ?? [])
                {
                    var jobs = await agent.ListIngestionJobsAsync(new ListIngestionJobsRequest { KnowledgeBaseId = knowledgeBase.KnowledgeBaseId, DataSourceId = source.DataSourceId }, token);
                    complete += (jobs.IngestionJobSummaries ?? []).Count(job => job.Status == IngestionJobStatus.COMPLETE);
                }
            }

            return complete;
        }
    }
}
