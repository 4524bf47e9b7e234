namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>
/// One run of a job: brings the index of a data source to what lies in its bucket. Every document is settled in a transaction of its own and its
/// count noted after it, so a run that a crash cut short goes on where it was.
/// </summary>
internal sealed class IngestionRun(KnowledgeBase knowledgeBase, DataSource source, IngestionJob job, SourceBucket bucket, DocumentStore documents, IngestionJobStore jobs)
{
    private readonly ChunkingPlan _plan = ChunkingPlan.From(source.Ingestion);

    private readonly List<string> _reasons = [];

    private readonly IngestionStatistics _counts = new()
    {
        // What an interrupted run finished stays counted; what is looked at again is counted again.
        NumberOfNewDocumentsIndexed = job.Statistics.NumberOfNewDocumentsIndexed,
        NumberOfModifiedDocumentsIndexed = job.Statistics.NumberOfModifiedDocumentsIndexed,
        NumberOfMetadataDocumentsModified = job.Statistics.NumberOfMetadataDocumentsModified,
        NumberOfDocumentsDeleted = job.Statistics.NumberOfDocumentsDeleted,
    };

    public async Task ExecuteAsync(CancellationToken token)
    {
        try
        {
            await jobs.EndAsync(job.Id, await SyncAsync(token) ? "COMPLETE" : "STOPPED", _counts, _reasons, token);
        }
        catch (SourceProblemException problem)
        {
            _reasons.Add($"Encountered error: {problem.Message}");
            await jobs.EndAsync(job.Id, "FAILED", _counts, _reasons, token);
        }
    }

    /// <returns>False when it was stopped.</returns>
    private async Task<bool> SyncAsync(CancellationToken token)
    {
        if (!await ProgressAsync(token)) return false;
        var (name, prefix, owner) = source.Place!.Value;
        var objects = await bucket.ListAsync(name, prefix, owner, token);
        var sidecars = objects.Where(IsSidecar).ToDictionary(item => item.Key, StringComparer.Ordinal);
        _counts.NumberOfMetadataDocumentsScanned = sidecars.Count;
        var known = await documents.AllAsync(source.Id, token);

        foreach (var item in objects.Where(item => !IsSidecar(item) && !item.Key.EndsWith('/')))
        {
            var uri = $"s3://{name}/{item.Key}";
            known.Remove(uri, out var before);
            await SettleAsync(name, item, sidecars.GetValueOrDefault(item.Key + Sidecar.Suffix), before, uri, token);
            if (!await ProgressAsync(token)) return false;
        }

        foreach (var gone in known.Values)
        {
            await documents.DeleteAsync(gone.Id, token);
            if (gone.Status != "IGNORED") _counts.NumberOfDocumentsDeleted++;
            if (!await ProgressAsync(token)) return false;
        }

        return true;
    }

    private async Task SettleAsync(string bucketName, SourceObject item, SourceObject? sidecar, DocumentRecord? before, string uri, CancellationToken token)
    {
        var kind = DocumentKinds.Of(item.Key);
        if (kind == DocumentKind.Unsupported)
        {
            var ignored = await documents.EnsureAsync(source, uri, isCustom: false, "IGNORED", token);
            await documents.MarkAsync(ignored.Id, "IGNORED", "The file format is not supported.", token);
            _counts.NumberOfDocumentsSkipped++;
            return;
        }

        _counts.NumberOfDocumentsScanned++;
        var isIndexed = before is { Status: "INDEXED", Version: not null };
        var isSameContent = isIndexed && before!.Version == item.Tag;
        var isSameSidecar = isIndexed && SidecarTag.ETagOf(before!.SidecarVersion) == sidecar?.Tag;
        if (isSameContent && isSameSidecar) return;

        var document = await documents.EnsureAsync(source, uri, isCustom: false, "IN_PROGRESS", token);
        try
        {
            if (item.Size > DocumentIndexer.MaximumBytes) throw new DocumentProblemException("The file is larger than 50 MB.");
            var read = sidecar is null ? Sidecar.None : await ReadSidecarAsync(bucketName, sidecar, token);
            var tag = SidecarTag.Of(sidecar?.Tag, read);
            if (isSameContent && kind != DocumentKind.Csv && !SidecarTag.IsEmbedded(before!.SidecarVersion) && !SidecarTag.IsEmbedded(tag))
            {
                DocumentIndexer.CheckStore(knowledgeBase.StorageType, read.Attributes);
                if (read.Records is not null) throw new DocumentProblemException("Its metadata file has a 'documentStructureConfiguration', which only CSV files may have.");
                await documents.CommitAsync(document, item.Tag, tag, connection => ChunkStore.ChangeMetadataAsync(connection, document, read.Attributes, token), token);
            }
            else
            {
                var (current, content) = await bucket.ReadAsync(bucketName, item.Key, token) ?? throw new DocumentProblemException("The file was deleted while it was read.");
                var chunks = await DocumentIndexer.ReadAsync(kind, new MemoryStream(content), read, _plan, knowledgeBase.StorageType, token);
                await documents.CommitAsync(document, current.Tag, tag, connection => ChunkStore.ReplaceAsync(connection, document, source.Id, chunks, token), token);
                if (!isIndexed) _counts.NumberOfNewDocumentsIndexed++;
                else if (!isSameContent || kind == DocumentKind.Csv) _counts.NumberOfModifiedDocumentsIndexed++;
            }

            if (isIndexed && !isSameSidecar) _counts.NumberOfMetadataDocumentsModified++;
        }
        catch (DocumentProblemException problem)
        {
            await documents.FailAsync(document.Id, problem.Message, token);
            _counts.NumberOfDocumentsFailed++;
            _reasons.Add($"Encountered error: {problem.Message} [Files: {uri}]");
        }
    }

    private async Task<Sidecar> ReadSidecarAsync(string bucketName, SourceObject sidecar, CancellationToken token)
    {
        if (sidecar.Size > Sidecar.MaximumBytes) throw new DocumentProblemException("The metadata file is larger than 10 KB.");
        var (_, content) = await bucket.ReadAsync(bucketName, sidecar.Key, token) ?? throw new DocumentProblemException("The metadata file was deleted while it was read.");
        return SidecarReader.Read(content);
    }

    private Task<bool> ProgressAsync(CancellationToken token) => jobs.ProgressAsync(job.Id, _counts, _reasons, token);

    private static bool IsSidecar(SourceObject item) => item.Key.EndsWith(Sidecar.Suffix, StringComparison.Ordinal);
}

/// <summary>Which sidecar a document was indexed with, and whether any of it went into the vectors.</summary>
internal static class SidecarTag
{
    private const string EmbeddedMark = "embedded:";

    public static string? Of(string? etag, Sidecar sidecar) => etag is null ? null : sidecar.Attributes.Any(attribute => attribute.IncludeForEmbedding) ? EmbeddedMark + etag : etag;

    public static bool IsEmbedded(string? tag) => tag?.StartsWith(EmbeddedMark, StringComparison.Ordinal) == true;

    public static string? ETagOf(string? tag) => IsEmbedded(tag) ? tag![EmbeddedMark.Length..] : tag;
}
