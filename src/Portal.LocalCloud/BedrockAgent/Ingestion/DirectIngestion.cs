namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Indexes documents that were handed over rather than found by a synchronisation.</summary>
internal sealed class DirectIngestion(KnowledgeBase knowledgeBase, DataSource source, SourceBucket bucket, DocumentStore documents)
{
    public async Task IndexAsync(DocumentRecord record, DirectDocument document, CancellationToken token)
    {
        await documents.MarkAsync(record.Id, "IN_PROGRESS", null, token);
        try
        {
            if (document.Kind == DocumentKind.Unsupported)
            {
                await documents.MarkAsync(record.Id, "IGNORED", "The file format is not supported.", token);
                return;
            }

            var (sidecar, tag) = await SidecarAsync(document, token);
            var found = document.Uri is { } uri ? await ReadAsync(uri, token) ?? throw new DocumentProblemException($"The object {uri} does not exist.") : default;
            if (found.Object?.Size > DocumentIndexer.MaximumBytes) throw new DocumentProblemException("The file is larger than 50 MB.");
            var chunks = await DocumentIndexer.ReadAsync(document.Kind, new MemoryStream(document.Inline ?? found.Content), sidecar, ChunkingPlan.From(source.Ingestion), knowledgeBase.StorageType, token);
            var version = document.IsCustom ? null : found.Object?.Tag;
            await documents.CommitAsync(record, version, tag, connection => ChunkStore.ReplaceAsync(connection, record, source.Id, chunks, token), token);
        }
        catch (Exception problem) when (problem is DocumentProblemException or SourceProblemException)
        {
            await documents.FailAsync(record.Id, problem.Message, token);
        }
    }

    private async Task<(Sidecar Sidecar, string? Tag)> SidecarAsync(DirectDocument document, CancellationToken token)
    {
        if (document.Attributes is { } attributes) return (new Sidecar(attributes, null), null);
        // An S3 document has its sidecar beside it, as in a synchronisation, unless another place is named.
        var uri = document.MetadataUri ?? (document.IsCustom ? null : document.Uri + Sidecar.Suffix);
        if (uri is null) return (Sidecar.None, null);
        if (await ReadAsync(uri, token) is not { } found) return document.MetadataUri is null ? (Sidecar.None, null) : throw new DocumentProblemException("The metadata file does not exist.");
        var sidecar = SidecarReader.Read(found.Content);
        return (sidecar, SidecarTag.Of(found.Object.Tag, sidecar));
    }

    private Task<(SourceObject Object, byte[] Content)?> ReadAsync(string uri, CancellationToken token)
    {
        var (name, key) = Split(uri);
        return bucket.ReadAsync(name, key, token);
    }

    private static (string Bucket, string Key) Split(string uri)
    {
        var path = uri["s3://".Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
    }
}
