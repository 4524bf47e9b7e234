using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.LocalCloud.Models;

/// <summary>
/// Finds sources and the question in prompt texts. A line that begins with <c>[n]</c> opens source n; what follows the number on that line is its title when more
/// lines follow, and it runs to the next such line or to a line that begins with <c>Question:</c>. Text outside sources is the question.
/// </summary>
internal static partial class PromptSources
{
    public static (IReadOnlyList<AnswerSource> Sources, string Question) Read(IEnumerable<string> texts)
    {
        var sources = new List<AnswerSource>();
        var question = new List<string>();
        foreach (var text in texts) ReadOne(text, sources, question);
        return (sources, string.Join('\n', question).Trim());
    }

    private static void ReadOne(string text, List<AnswerSource> sources, List<string> question)
    {
        var id = 0;
        var title = "";
        var body = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (Opening().Match(line) is { Success: true } opening)
            {
                Close();
                id = int.Parse(opening.Groups["id"].Value, CultureInfo.InvariantCulture);
                title = line[opening.Length..].Trim();
            }
            else if (Asking().Match(line) is { Success: true } asking)
            {
                Close();
                question.Add(line[asking.Length..]);
            }
            else if (id > 0)
            {
                body.Add(line);
            }
            else
            {
                question.Add(line);
            }
        }

        Close();

        void Close()
        {
            if (id > 0)
            {
                var content = string.Join('\n', body).Trim();
                sources.Add(content.Length > 0 ? new AnswerSource(id, content, title) : new AnswerSource(id, title));
            }

            id = 0;
            body.Clear();
        }
    }

    [GeneratedRegex(@"^\s*\[(?<id>\d{1,6})\]\s?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(Question|Frage)\s*:\s*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asking();
}
