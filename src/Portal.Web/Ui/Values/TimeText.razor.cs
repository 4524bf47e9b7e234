using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Web.Ui.Values;

/// <summary>An instant in the viewer's zone, UTC on hover. Null shows "–".</summary>
/// <example><code>&lt;TimeText Value="document.ChangedAt" /&gt; &lt;TimeText Value="job.StartedAt" Style="TimeStyle.Relative" /&gt;</code></example>
public sealed partial class TimeText(ViewerZone zone, TimeProvider clock) : ComponentBase
{
    [Parameter, EditorRequired] public DateTimeOffset? Value { get; set; }

    [Parameter] public TimeStyle Style { get; set; }

    private static string Utc(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Machine(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Text(DateTimeOffset value)
    {
        var here = zone.ToViewer(value);
        var now = zone.ToViewer(clock.GetUtcNow());
        if (Style == TimeStyle.Relative) return Relative(clock.GetUtcNow() - value);
        var format = Style == TimeStyle.Full ? "d MMM yyyy, HH:mm:ss"
            : here.Date == now.Date ? "HH:mm"
            : here.Year == now.Year ? "d MMM, HH:mm"
            : "d MMM yyyy";
        return here.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Relative(TimeSpan ago)
    {
        if (ago.Duration() < TimeSpan.FromMinutes(1)) return "just now";
        var size = ago.Duration() switch
        {
            { TotalHours: < 1 } span => $"{(int)span.TotalMinutes} min",
            { TotalDays: < 1 } span => $"{(int)span.TotalHours} h",
            var span => Figures.Count((long)span.TotalDays, "day"),
        };
        return ago > TimeSpan.Zero ? size + " ago" : "in " + size;
    }
}
