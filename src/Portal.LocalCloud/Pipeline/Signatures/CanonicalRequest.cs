using System.Globalization;
using System.Text;

namespace Portal.LocalCloud.Pipeline.Signatures;

/// <summary>The text form of a request that SigV4 hashes.</summary>
internal static class CanonicalRequest
{
    /// <summary>
    /// The path forms a signer may have used. Every service but S3 escapes the escaped path once more; and a sender may leave characters
    /// bare on the wire that it escaped when it signed.
    /// </summary>
    public static IEnumerable<string> PathForms(string rawPath, bool s3)
    {
        var once = Escape(Uri.UnescapeDataString(rawPath), keepSlash: true);
        return (s3 ? [once, rawPath] : new[] { Escape(rawPath, keepSlash: true), Escape(once, keepSlash: true) }).Distinct(StringComparer.Ordinal);
    }

    public static string Build(AwsCall call, SignatureClaim claim, string path, string payloadHash)
    {
        var text = new StringBuilder();
        text.Append(call.Method).Append('\n').Append(path).Append('\n').Append(Query(call.Target)).Append('\n');
        foreach (var name in claim.SignedHeaders)
            text.Append(name).Append(':').Append(HeaderValue(call, name)).Append('\n');
        return text.Append('\n').AppendJoin(';', claim.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    public static string StringToSign(SignatureClaim claim, string canonicalRequest) =>
        $"{SignatureClaim.Algorithm}\n{claim.Timestamp}\n{claim.Scope}\n{SigningKey.Hash(canonicalRequest)}";

    /// <summary>RFC 3986 escapes over UTF-8, in upper case.</summary>
    public static string Escape(string text, bool keepSlash)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (keepSlash && unit == (byte)'/'))
                escaped.Append((char)unit);
            else
                escaped.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }

    private static string Query(RawTarget target) =>
        string.Join('&', target.Query
            .Where(parameter => parameter.Name != "X-Amz-Signature")
            .Select(parameter => (Name: Escape(parameter.Name, keepSlash: false), Value: Escape(parameter.Value, keepSlash: false)))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Name}={parameter.Value}"));

    private static string HeaderValue(AwsCall call, string name) => Squeeze(call.Header(name) ?? "");

    private static string Squeeze(string value)
    {
        value = value.Trim();
        if (!value.Contains("  ", StringComparison.Ordinal))
            return value;
        var squeezed = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            if (character != ' ' || squeezed[^1] != ' ')
                squeezed.Append(character);
        }

        return squeezed.ToString();
    }
}
