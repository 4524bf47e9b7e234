namespace Portal.LocalCloud.Models;

/// <summary>Cuts a text into sentences: at full stops, question and exclamation marks before white space, and at line ends that end a heading, list item or paragraph.</summary>
internal static class Sentences
{
    public static IEnumerable<string> Of(string text) => SpansOf(text).Select(span => text[span]).Select(Clean).Where(sentence => sentence.Length > 0);

    /// <summary>Consecutive ranges that together cover the whole text, each ending after a sentence and the white space behind it.</summary>
    public static IEnumerable<Range> SpansOf(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsAt(text, at)) continue;
            var end = at + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            yield return start..end;
            start = end;
            at = end - 1;
        }

        if (start < text.Length) yield return start..text.Length;
    }

    private static bool EndsAt(string text, int at)
    {
        var sign = text[at];
        if (sign is '。' or '！' or '？') return true;
        if (sign is '.' or '!' or '?')
        {
            var next = at + 1;
            while (next < text.Length && text[next] is '"' or '\'' or ')' or '”') next++;
            if (next < text.Length && !char.IsWhiteSpace(text[next])) return false;
            return sign != '.' || !IsAbbreviation(text, at);
        }

        if (sign != '\n') return false;
        var line = text[(text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1)..at].Trim();
        if (line.Length == 0 || line[0] is '#' or '|') return true;
        var rest = text.AsSpan(at + 1).TrimStart(' ');
        return rest.Length > 0 && (rest[0] is '\n' or '\r' or '#' or '-' or '*' or '|' or '•' || (char.IsAsciiDigit(rest[0]) && rest.Length > 1 && rest[1] is '.' or ')'));
    }

    private static bool IsAbbreviation(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text[start..at].ToLowerInvariant();
        return (word.Length == 1 && char.IsLetter(word[0])) || word is "dr" or "mr" or "mrs" or "ms" or "st" or "vs" or "no" or "eg" or "ie" or "etc" or "fig" or "approx";
    }

    private static string Clean(string sentence)
    {
        var trimmed = sentence.Trim().TrimStart('#', '*', '-', '•', '>', '|', ' ');
        return string.Join(' ', trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("**", "", StringComparison.Ordinal);
    }
}
