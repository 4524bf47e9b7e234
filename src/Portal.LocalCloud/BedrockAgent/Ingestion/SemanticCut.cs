using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>Parts a text where neighbouring sentences are least alike, by the built-in embedding.</summary>
internal static class SemanticCut
{
    public static IEnumerable<string> Pieces(string text, ChunkingPlan plan)
    {
        var sentences = Sentences.SpansOf(text).Select(span => text[span]).ToList();
        if (sentences.Count < 2) return Chunker.Pack(sentences, plan.MaximumTokens);

        var vectors = Enumerable.Range(0, sentences.Count).Select(at => LocalEmbedding.Embed(Around(sentences, at, plan.BufferSize))).ToList();
        var distances = Enumerable.Range(0, sentences.Count - 1).Select(at => 1 - LocalEmbedding.Dot(vectors[at], vectors[at + 1])).ToList();
        var threshold = Percentile(distances, plan.BreakpointPercentile);
        var pieces = new List<string>();
        var start = 0;
        for (var at = 0; at < sentences.Count; at++)
        {
            if (at < distances.Count && distances[at] <= threshold) continue;
            pieces.AddRange(Chunker.Pack(sentences[start..(at + 1)], plan.MaximumTokens));
            start = at + 1;
        }

        return pieces;
    }

    private static string Around(List<string> sentences, int at, int buffer) =>
        string.Concat(sentences.GetRange(Math.Max(0, at - buffer), Math.Min(sentences.Count, at + buffer + 1) - Math.Max(0, at - buffer)));

    private static float Percentile(List<float> values, int percentile)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * percentile / 100.0)];
    }
}
