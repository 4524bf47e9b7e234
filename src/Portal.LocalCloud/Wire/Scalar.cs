using System.Globalization;
using System.Text.Json;

namespace Portal.LocalCloud.Wire;

/// <summary>The leaf types of requests and responses, and their text form in paths, queries, headers and XML.</summary>
internal static class Scalar
{
    public static bool Is(Type type) =>
        type.IsPrimitive || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(byte[])
        || type == typeof(JsonElement) || type == typeof(object);

    /// <exception cref="FormatException">The text is not of that type.</exception>
    public static object Parse(string text, Type type) =>
        type == typeof(string) ? text
        : type == typeof(bool) ? bool.Parse(text)
        : type == typeof(DateTimeOffset) ? ParseTime(text)
        : type == typeof(byte[]) ? Convert.FromBase64String(text)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    public static string Format(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => Iso8601(time),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Iso8601(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The form of dates in headers (IMF-fixdate).</summary>
    public static string HttpDate(DateTimeOffset time) => time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    private static DateTimeOffset ParseTime(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
