using System.Globalization;
using System.Text;

namespace Portal.Tenants;

/// <summary>
/// What two names have in common when people, file systems or vector stores could take them for the same: Unicode compatibility normalisation (NFKC), full case
/// folding, and no invisible characters.
/// </summary>
public static class NameFolding
{
    /// <summary>The folded form of well-formed text.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair; <see cref="IsWellFormed"/> tells beforehand.</exception>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            // Zero-width characters, soft hyphens and direction marks make a difference to nobody who reads.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            // The only full folding that neither NFKC nor the simple mappings give.
            if (rune.Value is 'ß' or 'ẞ') folded.Append("ss");
            // Up and down again, so that letters with two lower forms (σ, ς) meet.
            else folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Whether the text is valid Unicode.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }

        return true;
    }

    /// <summary>Whether the text holds characters that cannot be seen: controls, format characters, line separators.</summary>
    public static bool HasInvisible(string text) => text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
