using Amazon.BedrockAgent.Model;
using Amazon.S3.Model;
using Portal.E2E.Stage;
using Portal.Testing;
using Xunit;

namespace Portal.E2E.Crashes;

/// <summary>A portal and a LocalCloud in processes of their own, and looks at what is left behind with the real SDK clients.</summary>
internal sealed class CrashStage : IAsyncDisposable
{
    public const string Email = "ada@example.com";
    public const string Password = "kestrels over the harbour";
    public const string Bucket = "portal-workspace";

    private CrashStage(Dictionary<string, string>? settings) =>
        Portal = PortalServer.On(Cloud, new(settings ?? []) { ["Portal:Administrator:Email"] = Email, ["Portal:Administrator:Password"] = Password, ["Portal:SampleWorkspace"] = "true" });

    public LocalCloudServer Cloud { get; } = new();

    public PortalServer Portal { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the cloud; the portal, which loads the sample workspace, is the test's to start.</summary>
    public static async Task<CrashStage> OpenAsync(Dictionary<string, string>? settings = null)
    {
        var stage = new CrashStage(settings);
        await stage.Cloud.StartAsync();
        return stage;
    }

    /// <summary>The portal dies as soon as every armed fault has struck.</summary>
    public async Task KillAtFaultAsync()
    {
        try
        {
            await Cloud.StruckAsync();
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}\n{string.Join('\n', await Portal.QueryAsync("SELECT title, status, message, problem::text FROM operation"))}\n{Portal.Output}", exception);
        }

        await Portal.KillAsync();
    }

    /// <summary>Waits until no operation is open.</summary>
    public Task<IReadOnlyList<string>> OperationsEndAsync() => Eventually.HoldsAsync(
        () => Portal.QueryAsync("SELECT title, status, coalesce(problem::text, '') FROM operation ORDER BY title"),
        operations => operations.Count > 0 && operations.All(operation => !operation.Contains("| Running |", StringComparison.Ordinal) && !operation.Contains("| Pending |", StringComparison.Ordinal) && !operation.Contains("| Undoing |", StringComparison.Ordinal)),
        "no operation is open", Cancellation, seconds: 120);

    /// <summary>Waits until no upload is on its way or to be undone.</summary>
    public Task UploadsEndAsync() => Eventually.HoldsAsync(() => Portal.QueryAsync("SELECT key, writing, multipart_id FROM document_upload"), rows => rows.Count == 0, "no upload is open", Cancellation, seconds: 90);

    /// <summary>All keys of the bucket, in order.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string prefix = "")
    {
        var keys = new List<string>();
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix };
        ListObjectsV2Response page;
        do
        {
            page = await Cloud.Clients.S3.ListObjectsV2Async(request, Cancellation);
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return keys;
    }

    /// <summary>Multipart uploads that were begun and neither completed nor aborted.</summary>
    public async Task<IReadOnlyList<string>> OpenMultipartUploadsAsync() =>
        [.. ((await Cloud.Clients.S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket }, Cancellation)).MultipartUploads ?? []).Select(upload => upload.Key)];

    public async Task<IReadOnlyList<KnowledgeBaseSummary>> KnowledgeBasesAsync() =>
        (await Cloud.Clients.BedrockAgent.ListKnowledgeBasesAsync(new(), Cancellation)).KnowledgeBaseSummaries ?? [];

    public async Task<IReadOnlyList<DataSourceSummary>> DataSourcesAsync(string knowledgeBaseId) =>
        (await Cloud.Clients.BedrockAgent.ListDataSourcesAsync(new() { KnowledgeBaseId = knowledgeBaseId }, Cancellation)).DataSourceSummaries ?? [];

    public async Task<IReadOnlyList<IngestionJobSummary>> JobsAsync(string knowledgeBaseId, string dataSourceId) =>
        (await Cloud.Clients.BedrockAgent.ListIngestionJobsAsync(new() { KnowledgeBaseId = knowledgeBaseId, DataSourceId = dataSourceId }, Cancellation)).IngestionJobSummaries ?? [];

    /// <summary>No document without its sidecar, no sidecar without its document, no multipart upload left, no upload in the journal.</summary>
    public async Task AssertNothingHalfAsync()
    {
        const string suffix = ".metadata.json";
        var keys = (await KeysAsync()).Where(key => !key.EndsWith('/')).ToHashSet(StringComparer.Ordinal);
        var sidecars = keys.Where(key => key.EndsWith(suffix, StringComparison.Ordinal)).ToArray();
        Assert.All(sidecars, sidecar => Assert.Contains(sidecar[..^suffix.Length], keys));
        Assert.All(keys.Except(sidecars), document => Assert.Contains(document + suffix, keys));
        Assert.Empty(await OpenMultipartUploadsAsync());
        Assert.Empty(await Portal.QueryAsync("SELECT key FROM document_upload"));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Cloud.DisposeAsync();
    }
}
