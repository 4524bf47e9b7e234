using System.Globalization;
using System.Text;

namespace Portal.Benchmarks.Figures;

/// <summary>Figures of one benchmark, the first line being the baseline of the others.</summary>
/// <param name="title">What was measured and on what.</param>
/// <param name="warmUp">Rounds before the counted ones.</param>
internal sealed class FigureTable(string title, int warmUp)
{
    private readonly List<(string Name, Timing Timing)> lines = [];
    private readonly List<string> notes = [];

    public FigureTable Add(string name, Timing timing)
    {
        lines.Add((name, timing));
        return this;
    }

    public FigureTable Note(string note)
    {
        notes.Add(note);
        return this;
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### {title}").AppendLine();
        text.AppendLine("| | runs | warm-up | median ms | p95 ms | ratio of medians |").AppendLine("|---|--:|--:|--:|--:|--:|");
        foreach (var (name, timing) in lines)
        {
            var ratio = lines[0].Timing == timing ? "1" : (timing.Median / lines[0].Timing.Median).ToString("0.00", CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {timing.Milliseconds.Count} | {warmUp} | {timing.Median:#,0.0} | {timing.Percentile(0.95):#,0.0} | {ratio} |");
        }

        text.AppendLine();
        foreach (var note in notes) text.AppendLine(CultureInfo.InvariantCulture, $"- {note}");
        return text.ToString();
    }
}
