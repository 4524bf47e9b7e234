using System.Globalization;
using System.Text;
using Portal.LocalCloud.Pipeline.Signatures;

namespace Portal.LocalCloud.S3.Listing;

/// <summary>How names and page limits are written in listings.</summary>
internal static class ListingText
{
    public const int LongestPage = 1000;

    /// <summary>Reads max-keys and its kin; S3 gives at most 1,000 however many are asked for.</summary>
    public static int PageSize(string? asked, string name)
    {
        if (asked is null)
            return LongestPage;
        return int.TryParse(asked, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)
            ? size >= 0 ? Math.Min(size, LongestPage) : throw S3Faults.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, asked)
            : throw S3Faults.InvalidArgument($"Provided {name} not an integer or within integer range", name, asked);
    }

    /// <summary>With encoding-type=url names are escaped, slashes apart, because XML cannot carry every character.</summary>
    /// <exception cref="Pipeline.AwsFault">Another encoding type.</exception>
    public static Func<string?, string?> Encoder(string? encodingType) => encodingType switch
    {
        null => static text => text,
        "url" => static text => text is null ? null : CanonicalRequest.Escape(text, keepSlash: true),
        _ => throw S3Faults.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", encodingType),
    };

    public static string Token(ListingStart start) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{start.Rank}:{start.Key}")));

    public static ListingStart ReadToken(string token)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(token));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return new ListingStart(text[(colon + 1)..], long.Parse(text.AsSpan(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw S3Faults.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
