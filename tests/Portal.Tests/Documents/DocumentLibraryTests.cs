using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.EntityFrameworkCore;
using Portal.Access;
using Portal.Data;
using Portal.LocalCloud.Pipeline;
using Portal.Tenants;
using Xunit;

namespace Portal.Documents;

public sealed class DocumentLibraryTests : IAsyncLifetime
{
    private readonly OnboardingStage stage = new();
    private TenantScope tenant = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DocumentLibrary Library => stage.Portal.Get<DocumentLibrary>();

    private IAmazonS3 S3 => stage.Aws.S3;

    public async ValueTask InitializeAsync()
    {
        await stage.InitializeAsync();
        tenant = await stage.TenantAsync("CustomerA", Cancellation);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Upload_ASmallDocument_WritesBothAndTheTenantAttribute()
    {
        var stored = await UploadAsync("policies", "guide é+%.md", "# HIPAA", new() { ["focus"] = Text("HIPAA"), ["publicationYear"] = new(new MetadataValue.Number(2022)) });

        Assert.Equal("customer-data/CustomerA/policies/guide é+%.md", stored.Key);
        Assert.Equal("# HIPAA", await ReadAsync(stored.Key));
        var sidecar = await SidecarAsync(stored.Key);
        Assert.Equal(["customer", "focus", "publicationYear"], sidecar.Attributes.Keys);
        Assert.Equal(new MetadataValue.Text("CustomerA"), sidecar.Attributes["customer"].Value);
        var audit = await AuditAsync("document.upload");
        Assert.Equal((stored.Key, tenant.Tenant.Id), (audit.Subject, audit.TenantId));
        Assert.NotEmpty(audit.AwsRequestIds);
        Assert.Empty(await OpenUploadsAsync());
    }

    [Fact]
    public async Task Upload_WritesTheSidecarBeforeTheDocument()
    {
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = FaultKind.Deny });
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => UploadAsync("", "a.md", "x"));
        stage.Portal.Cloud.Faults.Clear();
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = FaultKind.Deny, Skip = 1 });

        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => UploadAsync("", "a.md", "x"));

        // The second PutObject was the document's: its sidecar had been written, and was taken back.
        Assert.DoesNotContain(await stage.KeysAsync(tenant.Prefix), key => key.Contains("a.md", StringComparison.Ordinal));
        Assert.Empty(await OpenUploadsAsync());
    }

    [Theory]
    [InlineData(8 * 1024 * 1024)]
    [InlineData((8 * 1024 * 1024) + 1)]
    [InlineData(27_000_000)]
    public async Task Upload_ALargeDocument_ArrivesInPartsUnchanged(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var stored = await Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "large.pdf"), length, Attributes()), new Trickle(content), Cancellation);

        using var answer = await S3.GetObjectAsync(OnboardingStage.Bucket, stored.Key, Cancellation);
        Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(answer.ResponseStream, Cancellation));
        Assert.Equal("application/pdf", answer.Headers.ContentType);
        Assert.Empty(await MultipartsAsync());
    }

    [Fact]
    public async Task Upload_OfUnknownLength_Works()
    {
        var stored = await Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "a.txt"), null, Attributes()), new Trickle("hello"u8.ToArray()), Cancellation);
        Assert.Equal(5, stored.Bytes);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Upload_OfAnotherLengthThanAnnounced_KeepsNothing(int announced)
    {
        var problem = await Assert.ThrowsAsync<PortalProblemException>(() =>
            Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "a.txt"), announced, Attributes()), new Trickle("hello"u8.ToArray()), Cancellation));
        Assert.Equal("IncompleteBody", problem.Problem.Code);
        Assert.DoesNotContain(await stage.KeysAsync(tenant.Prefix), key => key.Contains("a.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_CancelledHalfWay_AbortsAndRemovesTheSidecar()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var content = new Trickle(new byte[40_000_000], atBytes: 20_000_000, then: cancel.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "a.pdf"), 40_000_000, Attributes()), content, cancel.Token));

        Assert.DoesNotContain(await stage.KeysAsync(tenant.Prefix), key => key.Contains("a.pdf", StringComparison.Ordinal));
        Assert.Empty(await MultipartsAsync());
        Assert.Empty(await OpenUploadsAsync());
    }

    [Fact]
    public async Task Upload_ThatFailsOverAnOlderDocument_LeavesTheOlderOneWithItsSidecar()
    {
        var stored = await UploadAsync("", "a.md", "old", new() { ["focus"] = Text("old") });
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "PutObject", Kind = FaultKind.Deny, Skip = 1, Times = 1 });

        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => UploadAsync("", "a.md", "new", new() { ["focus"] = Text("new") }, replace: true));

        Assert.Equal("old", await ReadAsync(stored.Key));
        Assert.Equal(new MetadataValue.Text("old"), (await SidecarAsync(stored.Key)).Attributes["focus"].Value);
    }

    [Fact]
    public async Task Upload_WhoseAnswerIsLost_KeepsBothDocumentAndSidecar()
    {
        stage.Portal.Cloud.Faults.Arm(new ArmedFault { On = "CompleteMultipartUpload", Kind = FaultKind.DropResponse });
        await Assert.ThrowsAnyAsync<Exception>(() => Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "a.pdf"), 20_000_000, Attributes()), new Trickle(new byte[20_000_000]), Cancellation));
        stage.Portal.Cloud.Faults.Clear();

        Assert.Equal(2, (await stage.KeysAsync(tenant.Prefix)).Count(key => key.Contains("a.pdf", StringComparison.Ordinal)));
        Assert.Empty(await OpenUploadsAsync());
    }

    [Fact]
    public async Task Upload_OfAnExistingName_IsRefusedUnlessToReplace()
    {
        await UploadAsync("", "a.md", "old");
        Assert.Equal("DocumentExists", (await Assert.ThrowsAsync<PortalProblemException>(() => UploadAsync("", "a.md", "new"))).Problem.Code);
        var stored = await UploadAsync("", "a.md", "new", replace: true);
        Assert.Equal("new", await ReadAsync(stored.Key));
        Assert.NotNull(await AuditAsync("document.replace"));
    }

    [Fact]
    public async Task Upload_TwiceAtOnceOfOneName_LetsOnlyOneThrough()
    {
        var reached = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, "", "a.pdf"), 20_000_000, Attributes()), new Trickle(new byte[20_000_000], 10_000_000, reached.SetResult, go.Task), Cancellation);
        await reached.Task;

        Assert.Equal("UploadRunning", (await Assert.ThrowsAsync<PortalProblemException>(() => UploadAsync("", "a.pdf", "x", replace: true))).Problem.Code);

        go.SetResult();
        Assert.Equal(20_000_000, (await first).Bytes);
    }

    [Fact]
    public async Task Upload_OfInputThatNamesAnotherTenant_IsRefused() => Assert.Equal(
        "TenantAttribute", (await Assert.ThrowsAsync<PortalProblemException>(() => UploadAsync("", "a.md", "x", new() { ["customer"] = Text("CustomerB") }))).Problem.Code);

    [Fact]
    public async Task Upload_OfTooLargeAFile_NeedsTheConfirmation()
    {
        const long size = (50L * 1024 * 1024) + 1;
        var key = DocumentKey.Of(tenant, "", "large.pdf");
        Assert.Equal("WillNotBeIndexed", (await Assert.ThrowsAsync<PortalProblemException>(() => Library.UploadAsync(tenant, new(key, size, Attributes()), Stream.Null, Cancellation))).Problem.Code);
        Assert.Equal("WillNotBeIndexed", (await Assert.ThrowsAsync<PortalProblemException>(() => Library.UploadAsync(tenant, new(key, null, Attributes()), new Trickle(new byte[size]), Cancellation))).Problem.Code);
        Assert.Equal(size, (await Library.UploadAsync(tenant, new(key, size, Attributes(), ConfirmedUnindexed: true), new Trickle(new byte[size]), Cancellation)).Bytes);
        Assert.False(Assert.Single((await Library.ListAsync(tenant, "", null, Cancellation)).Documents).WillBeIndexed);
    }

    [Fact]
    public async Task Upload_OfACsvWithRecords_NamesItsColumns()
    {
        var upload = new DocumentUpload(DocumentKey.Of(tenant, "", "case_reports.csv"), null, Attributes(), new RecordStructure("Content", ["CaseID", "PatientID"], []));
        var stored = await Library.UploadAsync(tenant, upload, new Trickle("CaseID,PatientID,Diagnosis,Content\n1,P003,Asthma,\"Albuterol, daily\"\n"u8.ToArray()), Cancellation);
        var records = (await SidecarAsync(stored.Key)).Records!;
        Assert.Equal(("Content", "CaseID,PatientID"), (records.ContentField, string.Join(',', records.MetadataFields)));

        var wrong = upload with { Key = DocumentKey.Of(tenant, "", "b.csv"), Records = new RecordStructure("Result", [], []) };
        Assert.Equal("InvalidCsv", (await Assert.ThrowsAsync<PortalProblemException>(() => Library.UploadAsync(tenant, wrong, new Trickle("A,B\n1,2\n"u8.ToArray()), Cancellation))).Problem.Code);
    }

    [Fact]
    public async Task Upload_WithoutWhatTheSchemaRequires_IsRefused()
    {
        await stage.Portal.Get<TenantEditor>().SaveAsync(Actor.Portal, tenant.Tenant.Slug, new("CustomerA", [], [new("documentType", MetadataType.String, Required: true)]), Cancellation);
        tenant = await stage.Portal.Get<TenantDirectory>().ScopeAsync(Actor.Portal, tenant.Tenant.Slug, Permission.WriteDocuments, Cancellation);
        Assert.Equal("documentType", (await Assert.ThrowsAsync<PortalProblemException>(() => UploadAsync("", "a.md", "x"))).Problem.Field);
    }

    [Fact]
    public async Task List_AFolder_PairsDocumentsWithSidecarsAndShowsWhatItDoesNotHandle()
    {
        await UploadAsync("", "a.md", "x");
        foreach (var key in new[] { "bare.md", "orphan.md.metadata.json", "sub/inner.md" }) await PutAsync(tenant.Prefix + key);
        await PutAsync(tenant.Prefix + "/strange.md");

        var listing = await Library.ListAsync(tenant, "", null, Cancellation);

        Assert.Equal([("a.md", true), ("bare.md", false)], listing.Documents.Select(document => (document.Key.Name, document.HasSidecar)));
        Assert.Equal(["policies", "procedures", "sub"], listing.Folders);
        Assert.Equal([tenant.Prefix + "orphan.md.metadata.json"], listing.OrphanSidecars);
        Assert.Equal([tenant.Prefix + "/"], listing.Unhandled);
        Assert.Null(listing.NextToken);
    }

    [Theory]
    [InlineData("a b+c%20&=?#é文.md")]
    [InlineData("<&>'\".md")]
    [InlineData("100%.md")]
    public async Task List_AnyName_GivesItAsItIs(string name)
    {
        await UploadAsync("über+%41", name, "x");
        Assert.Contains("über+%41", (await Library.ListAsync(tenant, "", null, Cancellation)).Folders);
        var entry = Assert.Single((await Library.ListAsync(tenant, "über+%41", null, Cancellation)).Documents);
        Assert.Equal((name, true), (entry.Key.Name, entry.HasSidecar));
    }

    [Fact]
    public async Task List_AFolderOfManyPages_PairsAcrossThePageEnd()
    {
        // 999 keys, then a document whose sidecar is the first key of the second page.
        await Parallel.ForEachAsync(Enumerable.Range(0, 996), Cancellation, async (number, token) => await PutAsync($"{tenant.Prefix}policies/a{number:0000}.md"));
        await PutAsync(tenant.Prefix + "policies/b.md");
        await PutAsync(tenant.Prefix + "policies/b.md-x.md");
        await PutAsync(tenant.Prefix + "policies/b.md.metadata.json");
        await PutAsync(tenant.Prefix + "policies/c.md");
        await PutAsync(tenant.Prefix + "policies/c.md.metadata.json");

        var first = await Library.ListAsync(tenant, "policies", null, Cancellation);
        var second = await Library.ListAsync(tenant, "policies", first.NextToken, Cancellation);

        var all = first.Documents.Concat(second.Documents).ToList();
        Assert.Equal(999, all.Count);
        Assert.Equal(["b.md", "c.md"], all.Where(document => document.HasSidecar).Select(document => document.Key.Name));
        Assert.Empty(first.OrphanSidecars.Concat(second.OrphanSidecars));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task Delete_ADocument_TakesItsSidecarToo()
    {
        var stored = await UploadAsync("policies", "a.md", "x");
        Assert.True(DocumentKey.TryParse(tenant, stored.Key, out var key));
        await Library.DeleteAsync(tenant, key, Cancellation);
        Assert.DoesNotContain(await stage.KeysAsync(tenant.Prefix), found => found.Contains("a.md", StringComparison.Ordinal));
        Assert.Equal(stored.Key, (await AuditAsync("document.delete")).Subject);
        Assert.Equal(ProblemKind.NotFound, (await Assert.ThrowsAsync<PortalProblemException>(() => Library.DeleteAsync(tenant, key, Cancellation))).Problem.Kind);
    }

    [Fact]
    public async Task Delete_InABucketWithVersions_NotesTheMarkers()
    {
        await S3.PutBucketVersioningAsync(new() { BucketName = OnboardingStage.Bucket, VersioningConfig = new() { Status = VersionStatus.Enabled } }, Cancellation);
        await UploadAsync("", "a.md", "x");
        var deleted = await Library.DeleteAsync(tenant, DocumentKey.Of(tenant, "", "a.md"), Cancellation);
        Assert.NotNull(deleted.DocumentVersionId);
        Assert.NotNull(deleted.SidecarVersionId);
    }

    [Fact]
    public async Task WriteSidecar_AfterSomeoneElseDid_IsRefused()
    {
        var stored = await UploadAsync("", "a.md", "x");
        Assert.True(DocumentKey.TryParse(tenant, stored.Key, out var key));
        var shown = await Library.ReadSidecarAsync(tenant, key, Cancellation);
        Assert.Equal(SidecarState.Complete, shown.Verdict.State);
        await Library.WriteSidecarAsync(tenant, key, new Dictionary<string, MetadataAttribute> { ["focus"] = Text("mine") }, null, shown.ETag, Cancellation);

        var problem = await Assert.ThrowsAsync<PortalProblemException>(() =>
            Library.WriteSidecarAsync(tenant, key, new Dictionary<string, MetadataAttribute> { ["focus"] = Text("theirs") }, null, shown.ETag, Cancellation));

        Assert.Equal("MetadataChanged", problem.Problem.Code);
        Assert.Equal(new MetadataValue.Text("mine"), (await SidecarAsync(stored.Key)).Attributes["focus"].Value);
        Assert.Equal(new MetadataValue.Text("CustomerA"), (await SidecarAsync(stored.Key)).Attributes["customer"].Value);
    }

    [Fact]
    public async Task ReadSidecar_OfADocumentThatHasNone_SaysSo()
    {
        await PutAsync(tenant.Prefix + "bare.md");
        var sidecar = await Library.ReadSidecarAsync(tenant, DocumentKey.Of(tenant, "", "bare.md"), Cancellation);
        Assert.Equal(SidecarState.Missing, sidecar.Verdict.State);
        await Library.WriteSidecarAsync(tenant, DocumentKey.Of(tenant, "", "bare.md"), Attributes(), null, null, Cancellation);
        Assert.Equal(SidecarState.Complete, (await Library.ReadSidecarAsync(tenant, DocumentKey.Of(tenant, "", "bare.md"), Cancellation)).Verdict.State);
    }

    [Fact]
    public async Task CreateFolder_Twice_IsRefused()
    {
        Assert.Equal("policies/2026", await Library.CreateFolderAsync(tenant, "policies", "2026", Cancellation));
        Assert.Equal("FolderExists", (await Assert.ThrowsAsync<PortalProblemException>(() => Library.CreateFolderAsync(tenant, "policies", "2026", Cancellation))).Problem.Code);
        Assert.Equal("Name", (await Assert.ThrowsAsync<PortalProblemException>(() => Library.CreateFolderAsync(tenant, "policies", "..", Cancellation))).Problem.Field);
    }

    [Fact]
    public async Task Open_AsAViewer_IsForbidden()
    {
        await UploadAsync("", "a.md", "x");
        var viewer = new Actor(Guid.NewGuid(), "v@example.org", PortalRole.Viewer, new HashSet<Guid>());
        var scope = await stage.Portal.Get<TenantDirectory>().ScopeAsync(viewer, tenant.Tenant.Slug, Permission.ReadTenant, Cancellation);
        Assert.Single((await Library.ListAsync(scope, "", null, Cancellation)).Documents);
        Assert.Equal(ProblemKind.Forbidden, (await Assert.ThrowsAsync<PortalProblemException>(() => Library.OpenAsync(scope, DocumentKey.Of(tenant, "", "a.md"), Cancellation))).Problem.Kind);
        await Assert.ThrowsAsync<PortalProblemException>(() => Library.DeleteAsync(scope, DocumentKey.Of(tenant, "", "a.md"), Cancellation));
    }

    [Fact]
    public async Task Recovery_OfAnUploadThatLostItsProcess_TakesItBack()
    {
        // What a killed process leaves: the row with a lease that has run out, a new sidecar, a multipart upload on its way.
        await PutAsync(tenant.Prefix + "a.pdf");
        var begun = await S3.InitiateMultipartUploadAsync(new() { BucketName = OnboardingStage.Bucket, Key = tenant.Prefix + "a.pdf" }, Cancellation);
        await PutAsync(tenant.Prefix + "a.pdf.metadata.json", "{\"metadataAttributes\":{\"customer\":\"new\"}}");
        await RecordAsync("a.pdf", "{\"metadataAttributes\":{\"customer\":\"old\"}}", begun.UploadId);

        await stage.Portal.RestartAsync();

        await Testing.Eventually.HoldsAsync(OpenUploadsAsync, open => open.Count == 0, "the upload is undone", Cancellation);
        Assert.Empty(await MultipartsAsync());
        Assert.Equal(new MetadataValue.Text("old"), (await SidecarAsync(tenant.Prefix + "a.pdf")).Attributes["customer"].Value);
        Assert.Equal("content", await ReadAsync(tenant.Prefix + "a.pdf"));
    }

    [Fact]
    public async Task Recovery_BetweenTheBeginningAndItsNote_AbortsWhatS3Began()
    {
        await S3.InitiateMultipartUploadAsync(new() { BucketName = OnboardingStage.Bucket, Key = tenant.Prefix + "a.pdf" }, Cancellation);
        await PutAsync(tenant.Prefix + "a.pdf.metadata.json");
        await RecordAsync("a.pdf", null, null);

        await stage.Portal.RestartAsync();

        await Testing.Eventually.HoldsAsync(OpenUploadsAsync, open => open.Count == 0, "the upload is undone", Cancellation);
        Assert.Empty(await MultipartsAsync());
        Assert.DoesNotContain(await stage.KeysAsync(tenant.Prefix), key => key.Contains("a.pdf", StringComparison.Ordinal));
    }

    private static Dictionary<string, MetadataAttribute> Attributes() => [];

    private static MetadataAttribute Text(string value) => new(new MetadataValue.Text(value));

    private Task<StoredDocument> UploadAsync(string folder, string name, string text, Dictionary<string, MetadataAttribute>? attributes = null, bool replace = false)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Library.UploadAsync(tenant, new(DocumentKey.Of(tenant, folder, name), bytes.Length, attributes ?? [], Replace: replace), new Trickle(bytes), Cancellation);
    }

    private Task PutAsync(string key, string content = "content") => S3.PutObjectAsync(new PutObjectRequest { BucketName = OnboardingStage.Bucket, Key = key, ContentBody = content }, Cancellation);

    private async Task<string> ReadAsync(string key)
    {
        using var answer = await S3.GetObjectAsync(OnboardingStage.Bucket, key, Cancellation);
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task<MetadataSidecar> SidecarAsync(string key) => MetadataSidecar.Parse(Encoding.UTF8.GetBytes(await ReadAsync(key + ".metadata.json")));

    private async Task<List<MultipartUpload>> MultipartsAsync() => (await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = OnboardingStage.Bucket }, Cancellation)).MultipartUploads ?? [];

    private async Task RecordAsync(string name, string? sidecarBefore, string? multipartId)
    {
        await using var db = await stage.Portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        db.Add(new UploadRecord
        {
            Id = Guid.CreateVersion7(),
            ConnectionId = tenant.Connection.Id,
            TenantId = tenant.Tenant.Id,
            Bucket = OnboardingStage.Bucket,
            Key = tenant.Prefix + name,
            Writing = true,
            SidecarBefore = sidecarBefore is null ? null : Encoding.UTF8.GetBytes(sidecarBefore),
            MultipartId = multipartId,
            StartedByEmail = "portal",
            StartedAt = TimeProvider.System.GetUtcNow(),
            LeaseUntil = TimeProvider.System.GetUtcNow().AddMinutes(-1),
        });
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<List<UploadRecord>> OpenUploadsAsync()
    {
        await using var db = await stage.Portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        return await db.Set<UploadRecord>().ToListAsync(Cancellation);
    }

    private async Task<AuditEntry> AuditAsync(string action)
    {
        await using var db = await stage.Portal.Get<PortalDatabase>().OpenAsync(Cancellation);
        return await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == action, Cancellation);
    }
}
