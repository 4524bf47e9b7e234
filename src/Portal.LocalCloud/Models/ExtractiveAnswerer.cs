namespace Portal.LocalCloud.Models;

/// <summary>A text an answer may be taken from. <paramref name="About"/> is what else is known of it (title, attributes); it decides relevance but is never quoted.</summary>
internal sealed record AnswerSource(int Id, string Text, string About = "");

/// <summary>A sentence of an answer and the source it was taken from.</summary>
internal sealed record AnswerSentence(string Text, AnswerSource Source);

/// <summary>
/// The built-in model <c>portal.local-extract-v1</c>: answers with sentences taken word for word from the sources that share the question's content words. It composes
/// nothing, so it can be wrong only in its choice. A source that lacks every name, code and acronym of the question is not used, however near it is otherwise.
/// </summary>
internal static class ExtractiveAnswerer
{
    public const string ModelId = "portal.local-extract-v1";

    private const int SentencesPerAnswer = 3;

    private const int SentencesPerSummary = 5;

    /// <summary>The sentences that answer, in the order of the sources, or none when no source is about the question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="earlier">Earlier questions of the same conversation, latest last; they lend their subject to a question without one ("and its side effects?").</param>
    /// <param name="sources">What may be quoted, best first.</param>
    public static IReadOnlyList<AnswerSentence> Answer(string question, IReadOnlyList<string> earlier, IReadOnlyList<AnswerSource> sources)
    {
        var subject = Subject(question, earlier);
        if (subject.Count == 0) return [];
        var summary = Words.AsksForSummary(question);
        var candidates = new List<(AnswerSentence Sentence, int Order, float Score)>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources.Where(source => IsAbout(source, subject)))
        {
            var place = 0;
            foreach (var sentence in Sentences.Of(source.Text))
            {
                var stems = Stems(sentence);
                var score = subject.Where(word => stems.Contains(word.Stem)).Sum(word => word.Weight);
                if (stems.Count < 3) score *= 0.5f;
                // A summary wants what opens a text even where the subject is not said again.
                if (summary) score += 0.6f / (1 + place);
                if (score > 0 && seen.Add(sentence)) candidates.Add((new AnswerSentence(sentence, source), candidates.Count, score));
                place++;
            }
        }

        if (candidates.Count == 0) return [];
        var best = candidates.Max(candidate => candidate.Score);
        return [.. candidates
            .Where(candidate => summary || candidate.Score >= best * 0.5f)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Order)
            .Take(summary ? SentencesPerSummary : SentencesPerAnswer)
            .OrderBy(candidate => candidate.Order)
            .Select(candidate => candidate.Sentence)];
    }

    /// <summary>The question with the subject of the conversation, for a search: the question itself when it names what it is about.</summary>
    public static string InContext(string question, IReadOnlyList<string> earlier) =>
        earlier.Count > 0 && LeansOnContext(question) ? $"{earlier[^1]} {question}" : question;

    private static List<Word> Subject(string question, IReadOnlyList<string> earlier) =>
        [.. Words.Of(InContext(question, earlier)).Where(word => !word.IsStop && !Words.IsAsking(word)).DistinctBy(word => word.Stem)];

    private static bool LeansOnContext(string question)
    {
        var words = Words.Of(question).ToList();
        if (words.Any(word => word.IsKey)) return false;
        return !words.Any(word => !word.IsStop && !word.IsGeneric)
            || words.Any(word => word.Written.ToLowerInvariant() is "it" or "its" or "they" or "them" or "their" or "he" or "she" or "his" or "her" or "those" or "these");
    }

    private static bool IsAbout(AnswerSource source, List<Word> subject)
    {
        var stems = Stems(source.Text);
        stems.UnionWith(Stems(source.About));
        var keys = subject.Where(word => word.IsKey).ToList();
        if (keys.Count > 0) return keys.Exists(word => stems.Contains(word.Stem));
        var specific = subject.Where(word => !word.IsGeneric).ToList();
        var needed = specific.Count > 0 ? specific : subject;
        return needed.Count(word => stems.Contains(word.Stem)) * 2 >= needed.Count;
    }

    private static HashSet<string> Stems(string text) => [.. Words.Of(text).Where(word => !word.IsStop).Select(word => word.Stem)];
}
