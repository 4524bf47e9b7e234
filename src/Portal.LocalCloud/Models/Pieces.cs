namespace Portal.LocalCloud.Models;

/// <summary>Parts a text before each word, for streams.</summary>
internal static class Pieces
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]) || char.IsWhiteSpace(text[at - 1])) continue;
            yield return text[start..at];
            start = at;
        }

        if (start < text.Length) yield return text[start..];
    }
}
