using System.Globalization;

namespace Portal.Web.Ui;

/// <summary>Element ids that tie labels, help and errors to their control.</summary>
internal static class UniqueId
{
    private static long _last;

    public static string Next(string prefix) => prefix + "-" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
