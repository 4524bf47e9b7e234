using System.Globalization;

namespace Portal.Web.Ui.Values;

/// <summary>
/// How the portal writes numbers, whatever the server's culture: thousands with commas, millions as "34.3 M", money as "$43.87" with a true
/// minus, sizes in KB, MB and GB of 1,024. A missing value is "–", never 0.
/// </summary>
public static class Figures
{
    /// <summary>What stands where there is no value.</summary>
    public const string None = "–";

    private const string Minus = "−";
    private static readonly CultureInfo _plain = CultureInfo.InvariantCulture;

    /// <summary>1,926; from a million on 34.3 M; from a thousand millions on 1.2 G.</summary>
    public static string Count(long? value) => value switch
    {
        null => None,
        < 0 and > long.MinValue => Minus + Count(-value.Value),
        < 1_000_000 => value.Value.ToString("N0", _plain),
        < 999_950_000 => (value.Value / 1e6).ToString("0.0", _plain) + " M",
        _ => (value.Value / 1e9).ToString("N1", _plain) + " G",
    };

    /// <summary>"1 document", "3 documents"; the plural is <paramref name="plural"/> or the noun with an s.</summary>
    public static string Count(long value, string noun, string? plural = null) =>
        $"{Count(value)} {(value == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>"18.2 KB", "614 KB", "1.2 MB"; below 1 KB whole bytes ("214 bytes").</summary>
    public static string Bytes(long? value)
    {
        if (value is not { } bytes) return None;
        if (bytes < 0) return Minus + Bytes(-bytes);
        if (bytes < 1024) return bytes == 1 ? "1 byte" : $"{bytes} bytes";
        string[] units = ["KB", "MB", "GB", "TB", "PB"];
        var size = bytes / 1024.0;
        var unit = 0;
        // 1023.96 KB would print as "1,024 KB".
        while (size >= 999.5 && unit < units.Length - 1)
        {
            size /= 1024;
            unit++;
        }
        return size.ToString(size < 99.95 ? "0.0" : "0", _plain) + " " + units[unit];
    }

    /// <summary>"$43.87", "−$0.03"; amounts below a cent keep two significant digits ("$0.0042"). Null is "unpriced".</summary>
    public static string Money(decimal? usd)
    {
        if (usd is not { } value) return "unpriced";
        var sign = value < 0 ? Minus : "";
        var amount = Math.Abs(value);
        if (amount is 0 or >= 0.01m) return sign + "$" + amount.ToString("N2", _plain);
        var digits = 2;
        for (var rest = amount; rest < 0.1m && digits < 10; rest *= 10) digits++;
        return sign + "$" + amount.ToString("F" + digits.ToString(_plain), _plain);
    }

    /// <summary>"72.4 %" of a share from 0 to 1.</summary>
    public static string Percent(double? share) => share is not { } value || double.IsNaN(value)
        ? None
        : (value < 0 ? Minus : "") + Math.Abs(value * 100).ToString("0.0", _plain) + " %";

    /// <summary>A similarity score as the store gave it, four decimals.</summary>
    public static string Score(double? score) => score is { } value ? value.ToString("0.0000", _plain) : None;

    /// <summary>"480 ms", "2.4 s", "48 s", "6 min 3 s", "3 h 12 min", "2 d 4 h".</summary>
    public static string Duration(TimeSpan? span)
    {
        if (span is not { } time) return None;
        if (time < TimeSpan.Zero) return Minus + Duration(-time);
        if (time.TotalMilliseconds < 999.5) return time.TotalMilliseconds.ToString("0", _plain) + " ms";
        if (time.TotalSeconds < 9.95) return time.TotalSeconds.ToString("0.0", _plain) + " s";
        var whole = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
        return whole switch
        {
            { TotalSeconds: < 60 } => $"{whole.Seconds} s",
            { TotalHours: < 1 } => Two(whole.Minutes, "min", whole.Seconds, "s"),
            { TotalDays: < 1 } => Two(whole.Hours, "h", whole.Minutes, "min"),
            _ => Two(whole.Days, "d", whole.Hours, "h"),
        };
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
