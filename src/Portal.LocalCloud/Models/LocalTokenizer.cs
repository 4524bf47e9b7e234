namespace Portal.LocalCloud.Models;

/// <summary>
/// The counter <c>portal.local-tokens-v1</c>: a run of letters or digits counts one token for every six characters begun, an ideograph one, any other sign that is
/// not white space one. It is no model's real tokenizer; counts resemble them in size only.
/// </summary>
internal static class LocalTokenizer
{
    public const string Name = "portal.local-tokens-v1";

    private const int CharactersPerToken = 6;

    public static int Count(string text) => EndsOf(text).Count();

    /// <summary>The longest beginning of <paramref name="text"/> of at most <paramref name="maximumTokens"/> tokens.</summary>
    public static string Truncate(string text, int maximumTokens)
    {
        if (maximumTokens <= 0) return "";
        var end = 0;
        var count = 0;
        foreach (var at in EndsOf(text))
        {
            if (++count > maximumTokens) return text[..end];
            end = at;
        }

        return text;
    }

    /// <summary>Where each token ends.</summary>
    public static IEnumerable<int> EndsOf(string text)
    {
        var run = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            var isWord = char.IsLetterOrDigit(sign) && sign < '\u3040';
            if (isWord && ++run == CharactersPerToken)
            {
                run = 0;
                yield return at + 1;
            }
            else if (isWord && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]) || text[at + 1] >= '\u3040'))
            {
                run = 0;
                yield return at + 1;
            }
            else if (!isWord)
            {
                run = 0;
                if (!char.IsWhiteSpace(sign) && !char.IsLowSurrogate(sign)) yield return char.IsHighSurrogate(sign) && at + 1 < text.Length ? at + 2 : at + 1;
            }
        }
    }
}
