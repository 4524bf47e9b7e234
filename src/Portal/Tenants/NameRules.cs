using System.Text;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>What the names of a tenant must be like, whatever other tenants are called. Each problem names its field.</summary>
public static class NameRules
{
    /// <summary>Characters of a slug.</summary>
    public const int LongestSlug = 48;

    /// <summary>Characters of a prefix: Amazon Bedrock's bound for a data source's inclusion prefix.</summary>
    public const int LongestPrefix = 300;

    /// <summary>Characters of a display name and of an attribute value.</summary>
    public const int LongestName = 120;

    // Slugs that are pages of the portal.
    private static readonly HashSet<string> Reserved = ["new"];

    /// <summary>Everything that is wrong with the names; empty when they will do.</summary>
    public static IReadOnlyList<PortalProblem> Check(TenantNames names, Workspace workspace) =>
        [.. new[] { OfName(names.Name), OfSlug(names.Slug), OfPrefix(names.Prefix, workspace.BasePrefix), OfAttributeValue(names.AttributeValue) }.OfType<PortalProblem>()];

    /// <summary>What is wrong with a display name; null when nothing is.</summary>
    public static PortalProblem? OfName(string name) => OfText(name, nameof(TenantNames.Name), "The name");

    /// <summary>What is wrong with a slug.</summary>
    public static PortalProblem? OfSlug(string slug)
    {
        const string field = nameof(TenantNames.Slug);
        if (slug.Length == 0) return Problem(field, "The slug is empty.", "Give two or more lower case letters, digits or hyphens.");
        if (slug.Length is 1 or > LongestSlug) return Problem(field, $"The slug has {slug.Length} characters.", $"Use 2 to {LongestSlug}.");
        if (!slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            return Problem(field, "The slug has characters that do not belong into an address.", "Use lower case letters a to z, digits and hyphens.");
        if (slug.StartsWith('-') || slug.EndsWith('-') || slug.Contains("--", StringComparison.Ordinal))
            return Problem(field, "The slug begins or ends with a hyphen, or has two in a row.", "Put single hyphens between words.");
        return Reserved.Contains(slug) ? Problem(field, $"\"{slug}\" is the address of a page of the portal.", "Choose another slug.") : null;
    }

    /// <summary>What is wrong with a prefix.</summary>
    public static PortalProblem? OfPrefix(string prefix, string basePrefix)
    {
        const string field = nameof(TenantNames.Prefix);
        if (prefix.Length == 0) return Problem(field, "The prefix is empty.", $"Give one such as {basePrefix}Name/.");
        if (!prefix.StartsWith(basePrefix, StringComparison.Ordinal))
            return Problem(field, $"The prefix does not begin with {basePrefix}, the base prefix of this workspace.", $"Begin it with {basePrefix}");
        if (!prefix.EndsWith('/')) return Problem(field, "The prefix does not end with a slash; it would also match names that merely begin alike.", "End it with /");
        if (prefix.Length == basePrefix.Length) return Problem(field, "The prefix is the base prefix itself, which holds every tenant.", $"Add a folder: {basePrefix}Name/");
        if (Encoding.UTF8.GetByteCount(prefix) > LongestPrefix)
            return Problem(field, $"The prefix is longer than {LongestPrefix} characters, Amazon Bedrock's bound for an inclusion prefix.", "Shorten it.");
        var segments = prefix[..^1].Split('/');
        if (segments.Any(segment => segment.Length == 0)) return Problem(field, "The prefix has two slashes in a row.", "Remove one.");
        if (segments.Any(segment => segment is "." or "..")) return Problem(field, "The prefix has a segment \".\" or \"..\", which many tools resolve to another folder.", "Use names.");
        return prefix.All(IsSafe)
            ? null
            : Problem(field, "The prefix has characters outside the set that every S3 tool handles.", "Use letters a to z, digits and ! - _ . * ' ( ) between the slashes.");
    }

    /// <summary>What is wrong with a value of the tenant attribute.</summary>
    public static PortalProblem? OfAttributeValue(string value) => OfText(value, nameof(TenantNames.AttributeValue), "The attribute value");

    private static PortalProblem? OfText(string text, string field, string what)
    {
        if (string.IsNullOrWhiteSpace(text)) return Problem(field, $"{what} is empty.", "Give one.");
        if (!NameFolding.IsWellFormed(text)) return Problem(field, $"{what} is not valid Unicode.", "Type it again.");
        if (text.Length > LongestName) return Problem(field, $"{what} has {text.Length} characters.", $"Use at most {LongestName}.");
        if (text.Trim().Length != text.Length) return Problem(field, $"{what} begins or ends with a space.", "Remove it; it would count in every comparison.");
        return NameFolding.HasInvisible(text) || NameFolding.Fold(text).Length == 0
            ? Problem(field, $"{what} holds characters that cannot be seen.", "Type it again without them.")
            : null;
    }

    private static bool IsSafe(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '!' or '-' or '_' or '.' or '*' or '\'' or '(' or ')';

    private static PortalProblem Problem(string field, string sentence, string remedy) => new("InvalidName", sentence, remedy, Field: field);
}
