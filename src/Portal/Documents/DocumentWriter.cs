using System.Buffers;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Aws;
using Portal.Tenants;

namespace Portal.Documents;

/// <summary>
/// Uploads documents. The sidecar goes first, so that no sync ever sees a document that nobody owns; whatever breaks off afterwards is taken back, at once
/// or, after a crash, by <see cref="UploadRecovery"/>.
/// </summary>
internal sealed class DocumentWriter(AwsClients clients, UploadJournal journal, ConnectionGuard connections, AuditTrail audit, ILogger<DocumentWriter> logger)
{
    /// <summary>User metadata of the object that tells which upload wrote it.</summary>
    public const string UploadIdMetadata = "portal-upload";

    /// <summary>Stores the file, or leaves everything as it was.</summary>
    public async Task<StoredDocument> UploadAsync(TenantScope scope, DocumentUpload upload, Stream content, CancellationToken cancellation)
    {
        scope.Demand(Permission.WriteDocuments);
        await connections.DemandWritableAsync(cancellation);
        if (DocumentRules.Check(upload.Key.Name, upload.Length, upload.ConfirmedUnindexed) is { } refusal) throw new PortalProblemException(refusal);
        if (SidecarRules.Check(upload.Attributes, scope.Tenant.Schema, scope.Attribute) is [{ } problem, ..]) throw new PortalProblemException(problem);
        var partBytes = MultipartWriter.PartBytesFor(upload.Length);
        // One byte more than announced, so that a longer content is noticed.
        var wanted = (int)Math.Min(partBytes, (upload.Length ?? partBytes) + 1);
        var buffer = ArrayPool<byte>.Shared.Rent(wanted);
        try
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellation);
            var first = buffer.AsMemory(0, read);
            if (read < wanted || read > upload.Length) DemandLength(read, upload.Length);
            var sidecar = Sidecar(scope, upload, first.Span).Write();
            return await JournalledAsync(scope, upload, sidecar, first, read < wanted ? null : content, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Refuses content of another length than announced.</summary>
    internal static void DemandLength(long bytes, long? announced)
    {
        if (bytes == 0) throw new PortalProblemException(DocumentRules.Check("x.txt", 0, false)!);
        if (announced is { } length && bytes != length)
            throw new PortalProblemException(new("IncompleteBody", $"{bytes:N0} bytes arrived, {length:N0} were announced.", "Upload the file again; nothing of it was kept."));
    }

    private static MetadataSidecar Sidecar(TenantScope scope, DocumentUpload upload, ReadOnlySpan<byte> head)
    {
        var records = upload.Records;
        if (records is not null)
        {
            if (!DocumentRules.IsCsv(upload.Key.Name)) throw new PortalProblemException(new("InvalidCsv", "Only CSV files have records.", "Leave the choice of columns out.", Field: "Records"));
            records = CsvHeader.Complete(CsvHeader.Read(head), records, scope.Attribute.Key);
        }

        return SidecarOf(scope, upload.Attributes, records);
    }

    /// <summary>A sidecar with the tenant attribute first, whatever the input said.</summary>
    internal static MetadataSidecar SidecarOf(TenantScope scope, IReadOnlyDictionary<string, MetadataAttribute> attributes, RecordStructure? records)
    {
        var all = new OrderedDictionary<string, MetadataAttribute> { [scope.Attribute.Key] = new(new MetadataValue.Text(scope.Attribute.Value)) };
        foreach (var (key, attribute) in attributes) all.TryAdd(key, attribute);
        return new MetadataSidecar(all, records);
    }

    private async Task<StoredDocument> JournalledAsync(TenantScope scope, DocumentUpload upload, byte[] sidecar, ReadOnlyMemory<byte> first, Stream? rest, CancellationToken cancellation)
    {
        using var calls = AwsCallLog.Begin();
        var s3 = clients.For(scope.Connection).S3;
        var row = await journal.BeginAsync(scope, upload.Key, cancellation);
        StoredDocument stored;
        bool existed;
        try
        {
            existed = await FindAsync(s3, row.Bucket, row.Key, cancellation) is not null;
            if (existed && !upload.Replace) throw new PortalProblemException(Exists(upload.Key));
            await journal.WritingAsync(row, await ReadAsync(s3, row.Bucket, upload.Key.SidecarValue, cancellation), cancellation);
            await PutSidecarAsync(s3, row.Bucket, upload.Key.SidecarValue, sidecar, cancellation);
            stored = await WriteAsync(s3, row, upload, first, rest, cancellation);
        }
        catch (Exception exception)
        {
            await UndoAsync(s3, row);
            if (exception is AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict }) throw new PortalProblemException(Exists(upload.Key), exception);
            throw;
        }

        var after = new { stored.Bytes, stored.VersionId, Attributes = upload.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Value.Display), upload.Records, upload.ConfirmedUnindexed };
        try
        {
            // In this order: after a crash in between it is written down twice rather than never.
            await audit.WriteAsync(scope.Actor, existed ? "document.replace" : "document.upload", row.Key, scope.Tenant.Id, after: after, calls: calls);
            await journal.EndAsync(row);
        }
        catch
        {
            await LetGoQuietlyAsync(row);
            throw;
        }

        return stored;
    }

    private async Task<StoredDocument> WriteAsync(IAmazonS3 s3, UploadRecord row, DocumentUpload upload, ReadOnlyMemory<byte> first, Stream? rest, CancellationToken cancellation)
    {
        var writer = new MultipartWriter(s3, row.Bucket, row.Key);
        var type = DocumentRules.ContentType(upload.Key.Name);
        var id = row.Id.ToString("D");
        if (rest is null) return new StoredDocument(row.Key, first.Length, await writer.PutAsync(first, type, id, !upload.Replace, cancellation));
        await journal.MultipartAsync(row, await writer.BeginAsync(type, id, cancellation), cancellation);
        // A length that was not announced could not be checked before.
        var (version, bytes) = await writer.WriteAsync(
            row.MultipartId!, first, rest, upload.Length, length => DocumentRules.Check(upload.Key.Name, length, upload.ConfirmedUnindexed), !upload.Replace, cancellation);
        if (bytes > DocumentRules.MostIndexedBytes) logger.StoredUnindexed(row.Key, bytes);
        return new StoredDocument(row.Key, bytes, version);
    }

    /// <summary>Leaves everything as it was before the upload, unless the document is complete after all. What cannot be undone now is undone later.</summary>
    internal async Task UndoAsync(IAmazonS3 s3, UploadRecord row)
    {
        try
        {
            // Nobody else is left to write down who put the document there.
            if (row.Writing && await TakeBackAsync(s3, row, CancellationToken.None) is { } kept) await AuditKeptAsync(row, kept);
            await journal.EndAsync(row);
        }
        catch (Exception exception)
        {
            logger.UndoFailed(exception, row.Key);
            await LetGoQuietlyAsync(row);
        }
    }

    private async Task LetGoQuietlyAsync(UploadRecord row)
    {
        try
        {
            await journal.LetGoAsync(row);
        }
        catch (Exception exception)
        {
            // The lease then ends by time.
            logger.RecoveryFailed(exception);
        }
    }

    private Task AuditKeptAsync(UploadRecord row, GetObjectMetadataResponse kept) => audit.WriteAsync(
        new Actor(row.StartedBy, row.StartedByEmail, PortalRole.Operator, new HashSet<Guid>()), row.SidecarBefore is null ? "document.upload" : "document.replace", row.Key, row.TenantId,
        after: new { Bytes = kept.ContentLength, kept.VersionId, AnswerLost = true });

    /// <returns>The document, if S3 took it and only the answer was lost: then nothing is taken back.</returns>
    private static async Task<GetObjectMetadataResponse?> TakeBackAsync(IAmazonS3 s3, UploadRecord row, CancellationToken cancellation)
    {
        await AbortAsync(s3, row, cancellation);
        var document = await FindAsync(s3, row.Bucket, row.Key, cancellation);
        if (document is not null && document.Metadata[UploadIdMetadata] == row.Id.ToString("D")) return document;
        var sidecar = row.Key + DocumentKey.SidecarSuffix;
        if (row.SidecarBefore is { } before) await PutSidecarAsync(s3, row.Bucket, sidecar, before, cancellation);
        else await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = row.Bucket, Key = sidecar }, cancellation);
        return null;
    }

    private static async Task AbortAsync(IAmazonS3 s3, UploadRecord row, CancellationToken cancellation)
    {
        var ids = new List<string>();
        if (row.MultipartId is { } known)
        {
            ids.Add(known);
        }
        else
        {
            // S3 may have begun one whose id never reached the journal; no other upload of this key runs through the portal.
            var open = await s3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = row.Bucket, Prefix = row.Key }, cancellation);
            ids.AddRange((open.MultipartUploads ?? []).Where(upload => upload.Key == row.Key && upload.Initiated?.ToUniversalTime() >= row.StartedAt.UtcDateTime.AddMinutes(-1)).Select(upload => upload.UploadId));
        }

        foreach (var id in ids)
        {
            try
            {
                await s3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = row.Bucket, Key = row.Key, UploadId = id }, cancellation);
            }
            catch (AmazonS3Exception fault) when (fault.ErrorCode == "NoSuchUpload")
            {
                // Completed or aborted already.
                continue;
            }
        }
    }

    internal static Task<PutObjectResponse> PutSidecarAsync(IAmazonS3 s3, string bucket, string key, byte[] content, CancellationToken cancellation, string? ifMatch = null)
    {
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = new MemoryStream(content, writable: false), ContentType = "application/json" };
        if (ifMatch is not null) request.IfMatch = ifMatch;
        return s3.PutObjectAsync(request, cancellation);
    }

    internal static async Task<GetObjectMetadataResponse?> FindAsync(IAmazonS3 s3, string bucket, string key, CancellationToken cancellation)
    {
        try
        {
            return await s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancellation);
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(IAmazonS3 s3, string bucket, string key, CancellationToken cancellation)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancellation);
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception fault) when (fault.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static PortalProblem Exists(DocumentKey key) =>
        new("DocumentExists", $"{key.Name} is already in this folder.", "Replace it, or rename the file and upload it again.", Field: "Name");
}
