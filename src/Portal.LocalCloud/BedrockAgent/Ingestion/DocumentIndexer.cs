using System.Text;
using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Makes the chunks of one document from its bytes and its attributes.</summary>
internal static class DocumentIndexer
{
    public const long MaximumBytes = 50L * 1024 * 1024;

    private const int S3VectorsMetadataBytes = 1024;

    private const int S3VectorsKeys = 35;

    /// <exception cref="DocumentProblemException">Why it cannot be indexed.</exception>
    public static async Task<IReadOnlyList<IndexedChunk>> ReadAsync(DocumentKind kind, Stream content, Sidecar sidecar, ChunkingPlan plan, string? storageType, CancellationToken token)
    {
        var pages = await DocumentParser.ReadAsync(kind, content, token);
        var chunks = kind == DocumentKind.Csv && sidecar.Records is { } structure
            ? Rows(pages[0].Text, structure, sidecar, plan)
            : [.. Chunker.Cut(pages, plan).Select(chunk => new IndexedChunk(chunk, sidecar.Attributes))];
        if (sidecar.Records is not null && kind != DocumentKind.Csv) throw new DocumentProblemException("Its metadata file has a 'documentStructureConfiguration', which only CSV files may have.");
        foreach (var chunk in chunks) CheckStore(storageType, chunk.Attributes);
        return chunks;
    }

    /// <summary>What a store refuses to keep.</summary>
    public static void CheckStore(string? storageType, IReadOnlyList<MetadataAttribute> attributes)
    {
        if (storageType != "S3_VECTORS") return;
        if (attributes.Count > S3VectorsKeys) throw new DocumentProblemException($"It has {attributes.Count} metadata keys; an S3 vector may have at most {S3VectorsKeys}.");
        var bytes = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(attributes.DistinctBy(attribute => attribute.Key).ToDictionary(attribute => attribute.Key, attribute => attribute.Value)));
        if (bytes > S3VectorsMetadataBytes) throw new DocumentProblemException($"Its custom metadata has {bytes} bytes; an S3 vector may have at most {S3VectorsMetadataBytes}.");
    }

    private static List<IndexedChunk> Rows(string text, RecordStructure structure, Sidecar sidecar, ChunkingPlan plan)
    {
        var chunks = new List<IndexedChunk>();
        foreach (var record in CsvRecords.Read(text, structure))
        {
            // The document's attributes come last: a column must not be able to overrule what the sidecar says of the whole file.
            MetadataAttribute[] attributes = [.. record.Attributes, .. sidecar.Attributes];
            var first = chunks.Count;
            chunks.AddRange(Chunker.Cut([new DocumentPage(null, record.Content)], plan).Select(chunk => new IndexedChunk(chunk with { Parent = chunk.Parent is { } parent ? first + parent : null }, attributes)));
        }

        return chunks;
    }
}
