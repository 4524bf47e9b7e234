using Portal.LocalCloud.Models;

namespace Portal.LocalCloud.BedrockAgent.Ingestion;

/// <summary>A piece of a document. A hierarchical child knows the number and text of its parent.</summary>
internal sealed record Chunk(string Text, int? Page = null, int? Parent = null, string? ParentText = null);

/// <summary>Cuts pages into chunks. Tokens are those of <see cref="LocalTokenizer"/>; no chunk spans two pages except with <see cref="ChunkingStrategy.Whole"/>.</summary>
internal static class Chunker
{
    public static IReadOnlyList<Chunk> Cut(IReadOnlyList<DocumentPage> pages, ChunkingPlan plan)
    {
        if (plan.Strategy == ChunkingStrategy.Whole)
        {
            var whole = string.Join('\n', pages.Select(page => page.Text)).Trim();
            return whole.Length == 0 ? [] : [new Chunk(whole)];
        }

        var chunks = new List<Chunk>();
        var parents = 0;
        foreach (var page in pages)
        {
            if (plan.Strategy != ChunkingStrategy.Hierarchical)
            {
                chunks.AddRange(Pieces(page.Text, plan).Select(piece => new Chunk(piece, page.Number)));
                continue;
            }

            foreach (var parent in AtSentences(page.Text, plan.ParentTokens))
            {
                var number = parents++;
                chunks.AddRange(Windows(parent, plan.MaximumTokens, plan.OverlapTokens).Select(child => new Chunk(child, page.Number, number, parent)));
            }
        }

        return chunks;
    }

    /// <summary>The cut of one text, without regard to pages or parents.</summary>
    public static IEnumerable<string> Pieces(string text, ChunkingPlan plan) => plan.Strategy switch
    {
        ChunkingStrategy.FixedSize => Windows(text, plan.MaximumTokens, plan.OverlapTokens),
        ChunkingStrategy.Semantic => SemanticCut.Pieces(text, plan),
        ChunkingStrategy.Default => AtSentences(text, plan.MaximumTokens),
        _ => [text],
    };

    /// <summary>As many whole sentences as fit; a sentence longer than the limit is cut by tokens.</summary>
    public static IEnumerable<string> AtSentences(string text, int maximumTokens) => Pack(Sentences.SpansOf(text).Select(span => text[span]), maximumTokens);

    /// <summary>Joins consecutive parts up to the limit.</summary>
    public static IEnumerable<string> Pack(IEnumerable<string> parts, int maximumTokens)
    {
        var current = "";
        var tokens = 0;
        foreach (var part in parts)
        {
            var count = LocalTokenizer.Count(part);
            if (tokens > 0 && tokens + count > maximumTokens)
            {
                if (current.Trim() is { Length: > 0 } full) yield return full;
                current = "";
                tokens = 0;
            }

            if (count > maximumTokens)
            {
                foreach (var window in Windows(part, maximumTokens, 0)) yield return window;
                continue;
            }

            current += part;
            tokens += count;
        }

        if (current.Trim() is { Length: > 0 } last) yield return last;
    }

    /// <summary>Windows of exactly the limit, each beginning <paramref name="overlap"/> tokens before the end of the one before.</summary>
    public static IEnumerable<string> Windows(string text, int maximumTokens, int overlap)
    {
        var ends = LocalTokenizer.EndsOf(text).ToList();
        var step = Math.Max(1, maximumTokens - overlap);
        for (var first = 0; first < ends.Count; first += step)
        {
            var last = Math.Min(first + maximumTokens, ends.Count) - 1;
            var piece = text[(first == 0 ? 0 : ends[first - 1])..ends[last]].Trim();
            if (piece.Length > 0) yield return piece;
            if (last == ends.Count - 1) break;
        }
    }
}
