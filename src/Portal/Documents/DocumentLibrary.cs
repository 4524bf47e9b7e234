using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Portal.Access;
using Portal.Aws;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>A document's content on its way out; dispose it.</summary>
public sealed class DocumentContent : IDisposable
{
    private readonly GetObjectResponse answer;

    internal DocumentContent(GetObjectResponse answer) => this.answer = answer;

    /// <summary>The bytes.</summary>
    public Stream Stream => answer.ResponseStream;

    /// <summary>How many.</summary>
    public long Bytes => answer.ContentLength;

    public void Dispose() => answer.Dispose();
}

/// <summary>A sidecar as it stands in the bucket.</summary>
/// <param name="Sidecar">What it says; null when there is none or it cannot be read.</param>
/// <param name="Json">The file as text; null when there is none.</param>
/// <param name="ETag">To notice that someone else changed it.</param>
/// <param name="Verdict">What it is worth for the tenant.</param>
public sealed record SidecarFile(MetadataSidecar? Sidecar, string? Json, string? ETag, SidecarVerdict Verdict);

/// <summary>What a deletion took away.</summary>
/// <param name="DocumentVersionId">In a bucket with versions: the delete marker; the content is still there below it.</param>
/// <param name="SidecarVersionId">The same of the sidecar.</param>
public sealed record DeletedDocument(string? DocumentVersionId, string? SidecarVersionId);

/// <summary>The documents of a tenant.</summary>
public sealed class DocumentLibrary
{
    private readonly AwsClients clients;
    private readonly DocumentWriter writer;
    private readonly UploadJournal journal;
    private readonly ConnectionGuard connections;
    private readonly AuditTrail audit;
    private readonly FolderReader reader;

    internal DocumentLibrary(AwsClients clients, DocumentWriter writer, UploadJournal journal, ConnectionGuard connections, AuditTrail audit)
    {
        (this.clients, this.writer, this.journal, this.connections, this.audit) = (clients, writer, journal, connections, audit);
        reader = new FolderReader(clients);
    }

    /// <summary>One page of a folder, at most 1,000 keys.</summary>
    /// <param name="scope">Made for <see cref="Permission.ReadTenant"/> or more.</param>
    /// <param name="folder">Below the tenant's prefix; empty for the prefix itself.</param>
    /// <param name="token">Of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<FolderListing> ListAsync(TenantScope scope, string? folder, string? token = null, CancellationToken cancellation = default) =>
        reader.ReadAsync(scope, folder, token, cancellation);

    /// <summary>Stores a file with its metadata, or leaves everything as it was: sidecar first, then the document. Memory is flat, whatever the size.</summary>
    /// <exception cref="PortalProblemException">The file, its name or its metadata will not do, it exists, or AWS refused.</exception>
    public Task<StoredDocument> UploadAsync(TenantScope scope, DocumentUpload upload, Stream content, CancellationToken cancellation = default) =>
        writer.UploadAsync(scope, upload, content, cancellation);

    /// <summary>Opens a document's content, and writes to the audit that it was read.</summary>
    public async Task<DocumentContent> OpenAsync(TenantScope scope, DocumentKey key, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.AskAsTenant);
        using var calls = AwsCallLog.Begin();
        var answer = await clients.For(scope.Connection).S3.GetObjectAsync(new GetObjectRequest { BucketName = scope.Bucket, Key = key.Value }, cancellation);
        await audit.WriteAsync(scope.Actor, "document.download", key.Value, scope.Tenant.Id, after: new { Bytes = answer.ContentLength, answer.VersionId }, calls: calls);
        return new DocumentContent(answer);
    }

    /// <summary>Deletes a document, then its sidecar. In between a crash leaves a sidecar alone, which no one can ask.</summary>
    public async Task<DeletedDocument> DeleteAsync(TenantScope scope, DocumentKey key, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.WriteDocuments);
        await connections.DemandWritableNowAsync(cancellation);
        await journal.DemandQuietAsync(scope, key, cancellation);
        using var calls = AwsCallLog.Begin();
        var s3 = clients.For(scope.Connection).S3;
        var before = await DocumentWriter.FindAsync(s3, scope.Bucket, key.Value, cancellation) ?? throw new PortalProblemException(PortalProblem.NotFound("document"));
        var document = await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = scope.Bucket, Key = key.Value }, cancellation);
        // The document is gone; its sidecar follows even if the user leaves the page now.
        var sidecar = await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = scope.Bucket, Key = key.SidecarValue }, CancellationToken.None);
        var deleted = new DeletedDocument(document.VersionId, sidecar.VersionId);
        await audit.WriteAsync(scope.Actor, "document.delete", key.Value, scope.Tenant.Id, before: new { Bytes = before.ContentLength, before.VersionId }, after: deleted, calls: calls);
        return deleted;
    }

    /// <summary>Reads a document's sidecar and judges it by the tenant's schema.</summary>
    public async Task<SidecarFile> ReadSidecarAsync(TenantScope scope, DocumentKey key, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.ReadTenant);
        try
        {
            using var answer = await clients.For(scope.Connection).S3.GetObjectAsync(new GetObjectRequest { BucketName = scope.Bucket, Key = key.SidecarValue }, cancellation);
            if (answer.ContentLength > MetadataSidecar.MostBytes)
                return new(null, null, answer.ETag, new(SidecarState.Malformed, $"It has {answer.ContentLength:N0} bytes; Amazon Bedrock takes {MetadataSidecar.MostBytes:N0}."));
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes, cancellation);
            return Judged(scope, bytes.ToArray(), answer.ETag);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound)
        {
            return new(null, null, null, new(SidecarState.Missing, "There is no metadata sidecar: no question of this tenant finds the document."));
        }
    }

    /// <summary>Writes a document's sidecar anew; the tenant attribute is set by the portal.</summary>
    /// <param name="scope">Made for <see cref="Permission.WriteDocuments"/>.</param>
    /// <param name="key">The document, which must exist.</param>
    /// <param name="attributes">All attributes but the tenant's.</param>
    /// <param name="records">For CSV: how rows become records.</param>
    /// <param name="etag">Of the sidecar that was shown; null when there was none.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="PortalProblemException">The metadata will not do, or someone else changed it meanwhile.</exception>
    public async Task WriteSidecarAsync(
        TenantScope scope, DocumentKey key, IReadOnlyDictionary<string, MetadataAttribute> attributes, RecordStructure? records, string? etag, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.WriteDocuments);
        await connections.DemandWritableAsync(cancellation);
        await journal.DemandQuietAsync(scope, key, cancellation);
        if (SidecarRules.Check(attributes, scope.Tenant.Schema, scope.Attribute) is [{ } problem, ..]) throw new PortalProblemException(problem);
        var content = DocumentWriter.SidecarOf(scope, attributes, records).Write();
        using var calls = AwsCallLog.Begin();
        var s3 = clients.For(scope.Connection).S3;
        if (await DocumentWriter.FindAsync(s3, scope.Bucket, key.Value, cancellation) is null) throw new PortalProblemException(PortalProblem.NotFound("document"));
        var before = await ReadSidecarAsync(scope, key, cancellation);
        if (before.ETag != etag) throw new PortalProblemException(Changed);
        try
        {
            await DocumentWriter.PutSidecarAsync(s3, scope.Bucket, key.SidecarValue, content, cancellation, ifMatch: etag);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            throw new PortalProblemException(Changed, fault);
        }

        await audit.WriteAsync(scope.Actor, "document.metadata", key.Value, scope.Tenant.Id, Displayed(before.Sidecar?.Attributes), Displayed(attributes), calls);
    }

    /// <summary>Makes a folder below another one.</summary>
    /// <returns>The new folder below the tenant's prefix.</returns>
    public async Task<string> CreateFolderAsync(TenantScope scope, string? parent, string name, CancellationToken cancellation = default)
    {
        scope.Demand(Permission.WriteDocuments);
        await connections.DemandWritableAsync(cancellation);
        if (FolderRules.OfSegment(name, "Name") is { } problem) throw new PortalProblemException(problem);
        var inside = DocumentKey.FolderOf(scope, parent);
        var folder = inside.Length == 0 ? name : $"{inside}/{name}";
        var key = DocumentKey.FolderKey(scope, folder);
        using var calls = AwsCallLog.Begin();
        var s3 = clients.For(scope.Connection).S3;
        var there = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = scope.Bucket, Prefix = key, MaxKeys = 1 }, cancellation);
        if (there.S3Objects is { Count: > 0 }) throw new PortalProblemException(new("FolderExists", $"There is a folder \"{name}\" already.", "Choose another name.", Field: "Name"));
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = scope.Bucket, Key = key, ContentBody = "", ContentType = "application/x-directory" }, cancellation);
        await audit.WriteAsync(scope.Actor, "folder.create", key, scope.Tenant.Id, calls: calls);
        return folder;
    }

    private static PortalProblem Changed { get; } = new("MetadataChanged", "Someone else changed this document's metadata in the meantime.", "Open the document again and repeat your change.");

    private static SidecarFile Judged(TenantScope scope, byte[] bytes, string etag)
    {
        var json = System.Text.Encoding.UTF8.GetString(bytes);
        try
        {
            var sidecar = MetadataSidecar.Parse(bytes);
            return new(sidecar, json, etag, SidecarRules.Judge(sidecar, scope.Tenant.Schema, scope.Attribute));
        }
        catch (PortalProblemException exception)
        {
            return new(null, json, etag, new(SidecarState.Malformed, exception.Problem.Sentence));
        }
    }

    private static Dictionary<string, string>? Displayed(IReadOnlyDictionary<string, MetadataAttribute>? attributes) =>
        attributes?.ToDictionary(pair => pair.Key, pair => pair.Value.Value.Display);
}
