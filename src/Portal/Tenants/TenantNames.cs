using System.Text;

namespace Portal.Tenants;

/// <summary>What a tenant is called: by people, in addresses, in S3 and in metadata.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Slug">In addresses of the portal.</param>
/// <param name="Prefix">Where its documents are, base prefix included, ending with "/".</param>
/// <param name="AttributeValue">The value of the tenant attribute.</param>
public sealed record TenantNames(string Name, string Slug, string Prefix, string AttributeValue)
{
    /// <summary>Names made from what people call the tenant; they may still be taken.</summary>
    public static TenantNames Propose(string name, string basePrefix)
    {
        var plain = Plain(name);
        var slug = plain.ToLowerInvariant();
        if (slug.Length > NameRules.LongestSlug) slug = slug[..NameRules.LongestSlug].TrimEnd('-');
        return new TenantNames(name.Trim(), slug, plain.Length == 0 ? "" : $"{basePrefix}{plain}/", plain);
    }

    /// <summary>ASCII letters and digits of the name, accents dropped, everything else one hyphen.</summary>
    private static string Plain(string name)
    {
        if (!NameFolding.IsWellFormed(name)) return "";
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(letter);
            else if (letter is 'ß') plain.Append("ss");
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        return plain.ToString().TrimEnd('-');
    }
}
