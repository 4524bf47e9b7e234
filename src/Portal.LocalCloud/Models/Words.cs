using System.Globalization;
using System.Text;

namespace Portal.LocalCloud.Models;

/// <summary>
/// A word of a text: as written, folded (lower case, no diacritics) and stemmed. <paramref name="IsKey"/> marks what names one thing and no other:
/// an acronym, a code with digits, a consonant-only abbreviation. A question about it cannot be answered from a text that lacks it.
/// </summary>
internal readonly record struct Word(string Written, string Stem, bool IsStop, bool IsGeneric, bool IsKey)
{
    /// <summary>How much the word says about what a text is about; a fixed stand-in for inverse document frequency, so that vectors need no corpus.</summary>
    public float Weight => this switch
    {
        { IsStop: true } => 0.08f,
        { IsKey: true } => 1.6f,
        { IsGeneric: true } => 0.5f,
        _ => 1f,
    };
}

internal static class Words
{
    private static readonly HashSet<string> Stop = Set("""
        a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing down during each
        few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or
        other our out over own per please s same she should so some such t than that the their them then there these they this those through to too under until up us
        very was we were what when where which while who whom whose why will with would you your yours
        """);

    // What asks for a kind of answer, or names a kind of text, rather than its subject.
    private static readonly HashSet<string> Generic = Set("""
        answer article clause compliance content describe description detail document draft explain file find form give guidance guide guideline guidebook handbook
        information key know list main manual mention need note overview page paper paragraph point policy procedure question record report row say section show standard
        summarise summarize summary tell text topic understand use
        """);

    private static readonly HashSet<string> Asking = Set("answer describe explain find give list mention need note overview say show summarise summarize summary tell know");

    public static IEnumerable<Word> Of(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && char.IsLetterOrDigit(text[at]);
            if (inside && IsIdeograph(text[at]))
            {
                if (start >= 0) yield return Make(text[start..at]);
                yield return Make(text[at].ToString());
                start = -1;
                continue;
            }

            if (inside && start < 0) start = at;
            if (inside || start < 0) continue;
            yield return Make(text[start..at]);
            start = -1;
        }
    }

    /// <summary>True when the word only asks for a kind of answer ("summarize", "explain").</summary>
    public static bool IsAsking(Word word) => Asking.Contains(word.Stem);

    public static bool AsksForSummary(string question) => Of(question).Any(word => word.Stem is "summariz" or "summaris" or "summari" or "overview");

    private static Word Make(string written)
    {
        var folded = Fold(written);
        var stem = Stemmed(folded);
        var isStop = Stop.Contains(stem) || Stop.Contains(folded);
        return new Word(written, stem, isStop, Generic.Contains(stem), !isStop && IsKey(written, folded));
    }

    private static bool IsKey(string written, string folded)
    {
        if (written.Length < 2) return false;
        if (written.Any(char.IsAsciiDigit)) return true;
        if (written.All(char.IsUpper) && written.Length <= 6) return true;
        return written.Length is 3 or 4 && folded.All(letter => letter is >= 'a' and <= 'z' && !"aeiouy".Contains(letter, StringComparison.Ordinal));
    }

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    private static string Stemmed(string word)
    {
        if (word.Length < 4 || !word.All(letter => letter is >= 'a' and <= 'z')) return word;
        if (word.EndsWith("sses", StringComparison.Ordinal)) word = word[..^2];
        else if (word.EndsWith("ies", StringComparison.Ordinal)) word = word[..^3] + "y";
        else if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        foreach (var ending in (ReadOnlySpan<string>)["ations", "ation", "ances", "ance", "ences", "ence", "ments", "ment", "ants", "ant", "ing", "ed"])
        {
            if (word.Length < ending.Length + 4 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            if (word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z')) word = word[..^1];
            break;
        }

        if (word.Length > 4 && word[^1] == 'e') word = word[..^1];
        return word[^1] == 'y' && word.Length > 3 ? word[..^1] + "i" : word;
    }

    private static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff';

    private static HashSet<string> Set(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => (string[])[word, Stemmed(word)])];
}
