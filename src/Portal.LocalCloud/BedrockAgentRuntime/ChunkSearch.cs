using System.Collections;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Portal.LocalCloud.Models;
using Portal.LocalCloud.State;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>
/// Finds the nearest chunks. The filter comes first and is exact. When it leaves at most <see cref="ExactLimit"/> chunks, every one of them is compared by its exact
/// vector. Beyond that candidates are taken by the nearest signatures (approximate) and by words, and only they are compared exactly. No score is too low to come back.
/// </summary>
internal sealed class ChunkSearch(NpgsqlDataSource database)
{
    public const int ExactLimit = 2000;

    private const int CandidatesBySignature = 800;

    private const int CandidatesByWords = 400;

    private const float WordShare = 0.5f;

    public async Task<IReadOnlyList<FoundChunk>> FindAsync(ChunkQuery query, CancellationToken token)
    {
        var vector = LocalEmbedding.Embed(query.Text);
        var words = Words.Of(query.Text).Where(word => !word.IsStop && !Words.IsAsking(word)).DistinctBy(word => word.Stem).ToList();
        await using var connection = await database.OpenConnectionAsync(token);
        var candidates = await CandidatesAsync(connection, query, vector, words, token);
        var ranked = candidates
            .Select(candidate => (candidate, Score: Score(query, vector, words, candidate)))
            .OrderByDescending(item => item.Score).ThenBy(item => item.candidate.Id)
            .Take(query.Maximum)
            // Children of one parent stand for the same text; the best of them speaks for all.
            .DistinctBy(item => item.candidate.Parent is { } parent ? (item.candidate.Document, parent) : (item.candidate.Id, -1))
            .ToList();
        var texts = await TextsAsync(connection, ranked.Select(item => item.candidate.Id).ToArray(), token);
        return [.. ranked.Where(item => texts.ContainsKey(item.candidate.Id)).Select(item => texts[item.candidate.Id] with { Score = item.Score, Metadata = item.candidate.Metadata })];
    }

    private static async Task<List<Candidate>> CandidatesAsync(NpgsqlConnection connection, ChunkQuery query, float[] vector, List<Word> words, CancellationToken token)
    {
        var filter = new FilterSql("c.metadata", query.StorageType);
        var condition = $"c.knowledge_base_id = @kb AND {filter.Compile(query.Filter)}";
        var matching = (long)(await Command($"SELECT count(*) FROM (SELECT 1 FROM kb_chunk c WHERE {condition} LIMIT {ExactLimit + 1}) AS matching").ExecuteScalarAsync(token))!;
        var source = $"SELECT c.id FROM kb_chunk c WHERE {condition}";
        if (matching > ExactLimit)
        {
            source = $"(SELECT c.id FROM kb_chunk c WHERE {condition} ORDER BY bit_count(c.signature # @signature) LIMIT {CandidatesBySignature})";
            if (words.Count > 0)
            {
                // All words first, then any of them: a common word alone would fill the places by chance.
                foreach (var search in (string[])["all", "any"])
                    source += $" UNION (SELECT c.id FROM kb_chunk_content t JOIN kb_chunk c ON c.id = t.chunk_id WHERE t.search @@ @{search}::tsquery AND t.knowledge_base_id = @kb AND {condition} LIMIT {CandidatesByWords})";
            }
        }

        await using var command = Command($"SELECT c.id, c.document_id, c.parent, c.metadata::text, t.embedding, t.terms FROM ({source}) AS found JOIN kb_chunk c ON c.id = found.id JOIN kb_chunk_content t ON t.chunk_id = c.id");
        command.Parameters.Add(new NpgsqlParameter("signature", NpgsqlDbType.Bit) { Value = new BitArray(LocalEmbedding.Signature(vector)) });
        command.Parameters.Add(new NpgsqlParameter("all", NpgsqlDbType.Text) { Value = Query(words, " & ") });
        command.Parameters.Add(new NpgsqlParameter("any", NpgsqlDbType.Text) { Value = Query(words, " | ") });
        return await command.RowsAsync(
            row => new Candidate(row.GetInt64(0), row.IsDBNull(1) ? 0 : row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt32(2), row.Json(3), row.GetFieldValue<float[]>(4), row.GetFieldValue<string[]>(5)), token);

        NpgsqlCommand Command(string sql)
        {
            var made = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter("kb", NpgsqlDbType.Text) { Value = query.KnowledgeBaseId } } };
            foreach (var parameter in filter.Parameters) made.Parameters.Add(parameter.Clone());
            return made;
        }
    }

    /// <summary>Cosine where it is positive; in a hybrid search half of it, and half the weighed share of the query's words that text or attributes hold.</summary>
    private static double Score(ChunkQuery query, float[] vector, List<Word> words, Candidate candidate)
    {
        var cosine = Math.Clamp(LocalEmbedding.Dot(vector, candidate.Embedding), 0f, 1f);
        if (!query.IsHybrid || words.Count == 0) return cosine;
        var held = new HashSet<string>(candidate.Terms, StringComparer.Ordinal);
        foreach (var attribute in candidate.Metadata.EnumerateObject().Where(attribute => !attribute.Name.StartsWith("x-amz-bedrock", StringComparison.Ordinal)))
            held.UnionWith(Words.Of(attribute.Value.ToString()).Select(word => word.Stem));
        var share = words.Where(word => held.Contains(word.Stem)).Sum(word => word.Weight) / words.Sum(word => word.Weight);
        return ((1 - WordShare) * cosine) + (WordShare * share);
    }

    private static async Task<Dictionary<long, FoundChunk>> TextsAsync(NpgsqlConnection connection, long[] ids, CancellationToken token) =>
        (await connection.Sql("SELECT chunk_id, coalesce(parent_text, text), uri, is_custom FROM kb_chunk_content WHERE chunk_id = ANY(@p0)", ids)
            .RowsAsync(row => (Id: row.GetInt64(0), Chunk: new FoundChunk(row.GetString(1), 0, row.GetString(2), row.GetBoolean(3), default)), token))
        .ToDictionary(row => row.Id, row => row.Chunk);

    // Stems are letters and digits only, so quoting needs no escapes.
    private static string Query(List<Word> words, string joint) => words.Count == 0 ? "''" : string.Join(joint, words.Select(word => string.Create(CultureInfo.InvariantCulture, $"'{word.Stem}'")));

    private sealed record Candidate(long Id, long Document, int? Parent, JsonElement Metadata, float[] Embedding, string[] Terms);
}
