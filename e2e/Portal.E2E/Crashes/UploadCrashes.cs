using Amazon.S3.Model;
using Portal.E2E.Stage;
using Portal.Web.Documents;
using Xunit;

namespace Portal.E2E.Crashes;

/// <summary>Kill -9 while a document is on its way: the next start leaves the whole document with its sidecar, or nothing.</summary>
public sealed class UploadCrashes
{
    private const int Small = 1_000;

    // Two parts and a half.
    private const int Large = 20 * 1024 * 1024;

    /// <summary>Where the upload is struck, and whether S3 has the whole document by then.</summary>
    private sealed record Death(string Name, int Bytes, string Operation, bool Accepted, int Skip = 0, bool Stays = false);

    [Fact]
    public async Task Kill_DuringAnUpload_LeavesTheWholeDocumentOrNothing()
    {
        await using var stage = await CrashStage.OpenAsync();
        await stage.Portal.StartAsync();
        await stage.OperationsEndAsync();
        using var visitor = await HttpVisitor.SignInAsync(stage.Portal.Url, CrashStage.Email, CrashStage.Password);
        var expected = (await stage.KeysAsync()).ToHashSet(StringComparer.Ordinal);
        var audited = new List<string>();

        foreach (var death in (Death[])
        [
            new("sidecar-accepted.txt", Small, "PutObject", true),
            new("between-sidecar-and-document.txt", Small, "PutObject", false, Skip: 1),
            new("document-accepted.txt", Small, "PutObject", true, Skip: 1, Stays: true),
            new("multipart-begun.txt", Large, "CreateMultipartUpload", true),
            new("second-part.txt", Large, "UploadPart", false, Skip: 1),
            new("before-completion.txt", Large, "CompleteMultipartUpload", false),
            new("completion-accepted.txt", Large, "CompleteMultipartUpload", true, Stays: true),
        ])
        {
            await DieAsync(stage, visitor, death, new UploadHeader([]));

            var key = $"customer-data/CustomerA/policies/{death.Name}";
            if (death.Stays)
            {
                expected.UnionWith([key, $"{key}.metadata.json"]);
                audited.Add(key);
                Assert.Equal(death.Bytes, (await stage.Cloud.Clients.S3.GetObjectMetadataAsync(CrashStage.Bucket, key, TestContext.Current.CancellationToken)).ContentLength);
            }

            Assert.Equal(expected.Order(StringComparer.Ordinal), (await stage.KeysAsync()).Order(StringComparer.Ordinal));
            // Who put a document there is told even when nobody was left to be answered.
            Assert.Equal(audited.Order(StringComparer.Ordinal), await stage.Portal.QueryAsync("SELECT subject FROM audit_entry WHERE action = 'document.upload' AND subject LIKE '%.txt' ORDER BY subject COLLATE \"C\""));
        }
    }

    [Fact]
    public async Task Kill_DuringAReplacement_KeepsTheFormerDocumentAndItsMetadata()
    {
        const string key = "customer-data/CustomerA/policies/hipaa-compliance-guide.md";
        await using var stage = await CrashStage.OpenAsync();
        await stage.Portal.StartAsync();
        await stage.OperationsEndAsync();
        using var visitor = await HttpVisitor.SignInAsync(stage.Portal.Url, CrashStage.Email, CrashStage.Password);
        var former = (Document: await TextAsync(stage, key), Sidecar: await TextAsync(stage, $"{key}.metadata.json"));

        await DieAsync(stage, visitor, new("hipaa-compliance-guide.md", Small, "PutObject", false, Skip: 1), new UploadHeader([], Replace: true));

        Assert.Equal(former, (await TextAsync(stage, key), await TextAsync(stage, $"{key}.metadata.json")));
    }

    private static async Task DieAsync(CrashStage stage, HttpVisitor visitor, Death death, UploadHeader header)
    {
        if (death.Accepted) await stage.Cloud.StopAfterAsync(death.Operation, death.Skip);
        else await stage.Cloud.StopBeforeAsync(death.Operation, death.Skip);
        using var content = new ByteArrayContent(Enumerable.Repeat((byte)'a', death.Bytes).ToArray());
        var upload = visitor.UploadAsync("customera", "policies", death.Name, content, header);
        await stage.KillAtFaultAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => upload);
        await stage.Portal.StartAsync();
        await stage.UploadsEndAsync();
        await stage.AssertNothingHalfAsync();
    }

    private static async Task<string> TextAsync(CrashStage stage, string key)
    {
        using var answer = await stage.Cloud.Clients.S3.GetObjectAsync(new GetObjectRequest { BucketName = CrashStage.Bucket, Key = key }, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
