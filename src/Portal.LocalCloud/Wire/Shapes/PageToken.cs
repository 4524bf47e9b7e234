using System.Globalization;
using System.Text;
using Portal.LocalCloud.Pipeline;

namespace Portal.LocalCloud.Wire.Shapes;

/// <summary>Opaque tokens of listings: where to go on, tied to what was asked so that a token of another listing is refused.</summary>
internal static class PageToken
{
    public static string Make(string listing, long offset) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{offset}|{listing}"))).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>Zero without a token.</summary>
    /// <exception cref="AwsFault">It is no token of this listing.</exception>
    public static long Offset(string listing, string? token)
    {
        if (token is null) return 0;
        var base64 = token.Replace('-', '+').Replace('_', '/');
        var buffer = new byte[base64.Length + 4];
        if (Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), buffer, out var written))
        {
            var parts = Encoding.UTF8.GetString(buffer, 0, written).Split('|', 2);
            if (parts.Length == 2 && parts[1] == listing && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)) return offset;
        }

        throw new AwsFault("ValidationException", 400, "The nextToken is invalid.");
    }

    /// <summary>Cuts one row too many off a page and says where the next begins.</summary>
    public static (IReadOnlyList<T> Page, string? Next) Cut<T>(List<T> rows, int maximum, string listing, long offset) =>
        rows.Count > maximum ? (rows.GetRange(0, maximum), Make(listing, offset + maximum)) : (rows, null);
}
