using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Web.Ask;

/// <summary>A piece of an answer: text, or a mark that cites a chunk.</summary>
public sealed partial record AnswerPiece(string? Text, int? Chunk)
{
    /// <summary>Takes marks such as [2] or [1, 3] out of an answer. A number that no chunk bears stays text: the model made it up.</summary>
    public static IReadOnlyList<AnswerPiece> Split(string answer, int chunks)
    {
        var pieces = new List<AnswerPiece>();
        var at = 0;
        foreach (Match mark in Mark().Matches(answer))
        {
            var numbers = Number().Matches(mark.Value).Select(digits => int.Parse(digits.Value, CultureInfo.InvariantCulture)).ToList();
            if (numbers.Exists(number => number < 1 || number > chunks)) continue;
            if (mark.Index > at) pieces.Add(new AnswerPiece(answer[at..mark.Index], null));
            pieces.AddRange(numbers.Select(number => new AnswerPiece(null, number)));
            at = mark.Index + mark.Length;
        }

        if (at < answer.Length) pieces.Add(new AnswerPiece(answer[at..], null));
        return pieces;
    }

    [GeneratedRegex(@"\[\d{1,3}(?:\s?,\s?\d{1,3})*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
