using System.Collections;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A chunk ready to be found: its text, the attributes of its own beside the document's, and what is embedded with the text but not returned.</summary>
internal sealed record IndexedChunk(Chunk Chunk, IReadOnlyList<MetadataAttribute> Attributes);

/// <summary>Writes the chunks of documents with their vectors and terms.</summary>
internal sealed class ChunkStore
{
    // A tsvector may hold a megabyte; no honest chunk comes near.
    private const int MaximumTerms = 20_000;

    private const int MaximumTermLength = 64;

    /// <summary>Replaces all chunks of a document within the caller's transaction.</summary>
    public static async Task ReplaceAsync(NpgsqlConnection connection, DocumentRecord document, string dataSourceId, IReadOnlyList<IndexedChunk> chunks, CancellationToken token)
    {
        await DeleteAsync(connection, document.Id, token);
        if (chunks.Count == 0) return;
        var ids = await connection.Sql("SELECT nextval(pg_get_serial_sequence('kb_chunk', 'id')) FROM generate_series(1, @p0)", chunks.Count).RowsAsync(row => row.GetInt64(0), token);
        var vectors = chunks.Select(chunk => LocalEmbedding.Embed(Embedded(chunk))).ToList();

        await using (var writer = await connection.BeginBinaryImportAsync("COPY kb_chunk (id, knowledge_base_id, document_id, parent, signature, metadata) FROM STDIN (FORMAT BINARY)", token))
        {
            for (var at = 0; at < chunks.Count; at++)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(ids[at], NpgsqlDbType.Bigint, token);
                await writer.WriteAsync(document.KnowledgeBaseId, NpgsqlDbType.Text, token);
                await writer.WriteAsync(document.Id, NpgsqlDbType.Bigint, token);
                if (chunks[at].Chunk.Parent is { } parent) await writer.WriteAsync(parent, NpgsqlDbType.Integer, token);
                else await writer.WriteNullAsync(token);
                await writer.WriteAsync(new BitArray(LocalEmbedding.Signature(vectors[at])), NpgsqlDbType.Bit, token);
                await writer.WriteAsync(MetadataOf(document, dataSourceId, chunks[at]), NpgsqlDbType.Jsonb, token);
            }

            await writer.CompleteAsync(token);
        }

        await using (var writer = await connection.BeginBinaryImportAsync("COPY kb_chunk_content (chunk_id, knowledge_base_id, ordinal, uri, is_custom, text, parent_text, embedding, terms) FROM STDIN (FORMAT BINARY)", token))
        {
            for (var at = 0; at < chunks.Count; at++)
            {
                await writer.StartRowAsync(token);
                await writer.WriteAsync(ids[at], NpgsqlDbType.Bigint, token);
                await writer.WriteAsync(document.KnowledgeBaseId, NpgsqlDbType.Text, token);
                await writer.WriteAsync(at, NpgsqlDbType.Integer, token);
                await writer.WriteAsync(document.Identifier, NpgsqlDbType.Text, token);
                await writer.WriteAsync(document.IsCustom, NpgsqlDbType.Boolean, token);
                await writer.WriteAsync(chunks[at].Chunk.Text, NpgsqlDbType.Text, token);
                if (chunks[at].Chunk.ParentText is { } parent) await writer.WriteAsync(parent, NpgsqlDbType.Text, token);
                else await writer.WriteNullAsync(token);
                await writer.WriteAsync(vectors[at], NpgsqlDbType.Array | NpgsqlDbType.Real, token);
                await writer.WriteAsync(TermsOf(chunks[at]), NpgsqlDbType.Array | NpgsqlDbType.Text, token);
            }

            await writer.CompleteAsync(token);
        }
    }

    /// <summary>Gives the chunks of a document other attributes and leaves texts and vectors alone.</summary>
    public static Task ChangeMetadataAsync(NpgsqlConnection connection, DocumentRecord document, IReadOnlyList<MetadataAttribute> attributes, CancellationToken token) =>
        connection.Sql(
            """
            UPDATE kb_chunk SET metadata = @p1 || (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(metadata) WHERE key LIKE 'x-amz-bedrock-kb-%')
            WHERE document_id = @p0
            """,
            document.Id, DbCommands.AsJsonb(attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value))).DoAsync(token);

    public static Task DeleteAsync(NpgsqlConnection connection, long documentId, CancellationToken token) =>
        connection.Sql("DELETE FROM kb_chunk WHERE document_id = @p0", documentId).DoAsync(token);

    private static string[] TermsOf(IndexedChunk chunk) =>
        [.. Words.Of(Embedded(chunk)).Where(word => !word.IsStop && word.Stem.Length <= MaximumTermLength).Select(word => word.Stem).Distinct(StringComparer.Ordinal).Take(MaximumTerms)];

    private static string Embedded(IndexedChunk chunk) =>
        string.Concat(chunk.Attributes.Where(attribute => attribute.IncludeForEmbedding).Select(attribute => $"{attribute.Key}: {attribute.Value}\n")) + chunk.Chunk.Text;

    private static string MetadataOf(DocumentRecord document, string dataSourceId, IndexedChunk chunk)
    {
        var metadata = new Dictionary<string, object>(StringComparer.Ordinal);
        // The last one wins: see where a row's attributes are put together.
        foreach (var attribute in chunk.Attributes) metadata[attribute.Key] = attribute.Value;
        metadata["x-amz-bedrock-kb-source-uri"] = document.Identifier;
        metadata["x-amz-bedrock-kb-data-source-id"] = dataSourceId;
        metadata["x-amz-bedrock-kb-chunk-id"] = Guid.NewGuid().ToString();
        if (chunk.Chunk.Page is { } page) metadata["x-amz-bedrock-kb-document-page-number"] = page;
        return JsonSerializer.Serialize(metadata);
    }
}
