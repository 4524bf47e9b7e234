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
            await using var content = document.Inline is { } inline ? new MemoryStream(inline) : await OpenAsync(document.Uri!, token);
            var chunks = await DocumentIndexer.ReadAsync(document.Kind, content, sidecar, ChunkingPlan.From(source.Ingestion), knowledgeBase.StorageType, token);
            var version = document.IsCustom ? null : (await FindAsync(document.Uri!, token))?.Tag;
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
        if (uri is null || await FindAsync(uri, token) is not { } found) return document.MetadataUri is null ? (Sidecar.None, null) : throw new DocumentProblemException("The metadata file does not exist.");
        if (found.Size > Sidecar.MaximumBytes) throw new DocumentProblemException("The metadata file is larger than 10 KB.");
        await using var content = await OpenAsync(uri, token);
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, token);
        var sidecar = SidecarReader.Read(buffer.ToArray());
        return (sidecar, SidecarTag.Of(found.Tag, sidecar));
    }

    private async Task<SourceObject?> FindAsync(string uri, CancellationToken token)
    {
        var (name, key) = Split(uri);
        return (await bucket.ListAsync(name, key, owner: null, token)).Find(item => item.Key == key);
    }

    private async Task<Stream> OpenAsync(string uri, CancellationToken token)
    {
        var (name, key) = Split(uri);
        return await bucket.OpenAsync(name, key, token) ?? throw new DocumentProblemException($"The object {uri} does not exist.");
    }

    private static (string Bucket, string Key) Split(string uri)
    {
        var path = uri["s3://".Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
    }
}
