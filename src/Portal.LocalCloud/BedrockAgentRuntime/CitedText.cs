using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.LocalCloud.BedrockAgentRuntime;

/// <summary>A part of an answer and the sources it names. <paramref name="End"/> is the place of its last character, as AWS counts.</summary>
internal sealed record CitedPart(string Text, int Start, int End, IReadOnlyList<int> Sources);

/// <summary>Takes the marks <c>[n]</c> out of an answer and keeps what they said.</summary>
internal static partial class CitedText
{
    /// <param name="answer">With marks behind what they support.</param>
    /// <param name="sources">How many sources there are; marks beyond are text.</param>
    public static (string Text, IReadOnlyList<CitedPart> Parts) Read(string answer, int sources)
    {
        var text = new StringBuilder();
        var parts = new List<CitedPart>();
        var at = 0;
        foreach (Match mark in Marks().Matches(answer))
        {
            var ids = Numbers().Matches(mark.Value).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)).Distinct().ToList();
            if (ids.Exists(id => id < 1 || id > sources)) continue;
            Add(answer[at..mark.Index], ids);
            at = mark.Index + mark.Length;
        }

        Add(answer[at..], []);
        return (text.ToString(), parts);

        void Add(string piece, IReadOnlyList<int> ids)
        {
            var trimmed = piece.Trim();
            // What follows a mark may begin with the full stop of the sentence before it.
            var stops = parts.Count == 0 ? 0 : trimmed.TakeWhile(sign => ".,;:!?".Contains(sign, StringComparison.Ordinal)).Count();
            if (stops > 0)
            {
                text.Append(trimmed.AsSpan(0, stops));
                parts[^1] = parts[^1] with { Text = parts[^1].Text + trimmed[..stops], End = text.Length - 1 };
                trimmed = trimmed[stops..].TrimStart();
            }

            if (trimmed.Length == 0) return;
            if (text.Length > 0) text.Append(' ');
            var start = text.Length;
            text.Append(trimmed);
            // Neighbours from the same sources are one part.
            if (parts.Count > 0 && ids.Count > 0 && parts[^1].Sources.SequenceEqual(ids)) parts[^1] = parts[^1] with { Text = text.ToString(parts[^1].Start, text.Length - parts[^1].Start), End = text.Length - 1 };
            else parts.Add(new CitedPart(trimmed, start, text.Length - 1, ids));
        }
    }

    [GeneratedRegex(@"\s?(\[\d{1,4}(,\s?\d{1,4})*\]\s?)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
