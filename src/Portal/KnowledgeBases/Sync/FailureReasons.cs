using System.Text.RegularExpressions;
using Portal.Tenants;

namespace Portal.KnowledgeBases.Sync;

/// <summary>The failure reasons that someone may read.</summary>
/// <param name="Shown">AWS's words.</param>
/// <param name="Hidden">How many are kept back because they are not surely about this tenant alone.</param>
public sealed record VisibleReasons(IReadOnlyList<string> Shown, int Hidden)
{
    /// <summary>All of them, for who sees all tenants.</summary>
    public static VisibleReasons All(IReadOnlyList<string> reasons) => new(reasons, 0);
}

/// <summary>
/// Decides which of AWS's failure reasons an operator may read. A sync is shared, and AWS's words name documents of everyone in it. A reason is shown only when it names
/// at least one document, every document it names is the tenant's, and what remains of it looks like no name of anything or anyone; all else is hidden.
/// </summary>
internal sealed partial class FailureReasons(string bucket, string prefix, string basePrefix, IReadOnlyCollection<string> foreignWords)
{
    /// <summary>For one tenant, knowing the names of the others.</summary>
    public static FailureReasons For(TenantScope scope, IEnumerable<Tenant> others) => new(
        scope.Bucket, scope.Prefix, scope.Workspace.BasePrefix,
        [.. others.Where(other => other.Id != scope.Tenant.Id).SelectMany(other => new[] { other.Name, other.Slug, other.AttributeValue, other.Prefix }).Where(word => word.Length > 0)]);

    public VisibleReasons Filter(IReadOnlyList<string> reasons)
    {
        var shown = reasons.Where(IsOwn).ToList();
        return new VisibleReasons(shown, reasons.Count - shown.Count);
    }

    private bool IsOwn(string reason)
    {
        var own = $"s3://{bucket}/{prefix}";
        if (foreignWords.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase))) return false;
        var rest = Location().Replace(reason, match => match.Value.StartsWith(own, StringComparison.Ordinal) ? "" : match.Value);
        return rest.Length < reason.Length
            && !rest.Contains("s3://", StringComparison.OrdinalIgnoreCase)
            && !rest.Contains(basePrefix, StringComparison.OrdinalIgnoreCase)
            && !FileName().IsMatch(rest);
    }

    // Up to what surely ends a location in AWS's sentences. A key with a space or comma in it leaves a rest that looks like a file name, and is hidden: the safe side.
    [GeneratedRegex(@"s3://[^\s,;'""\[\](){}<>]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Location();

    [GeneratedRegex(@"[^\s/]*/[^\s]*|[\w-]+\.[A-Za-z][A-Za-z0-9]{1,4}\b", RegexOptions.None, 1000)]
    private static partial Regex FileName();
}
