using Portal.Tenants;

namespace Portal.Ask.Filters;

/// <summary>How much a finding weighs.</summary>
public enum FilterSeverity
{
    /// <summary>It is sent, but may not do what was meant.</summary>
    Warning,

    /// <summary>It is not sent.</summary>
    Error,
}

/// <summary>Something to know about a filter before it is sent.</summary>
/// <param name="Severity">Whether it is sent all the same.</param>
/// <param name="Path">Where: the indexes of the members from the top ("1.0"); empty for the filter as a whole.</param>
/// <param name="Message">What, and what to do.</param>
public sealed record FilterFinding(FilterSeverity Severity, string Path, string Message);

/// <summary>What a filter is judged against.</summary>
/// <param name="StorageType">Amazon Bedrock's name of the vector store; null when it is not known.</param>
/// <param name="TenantKey">The tenant attribute.</param>
/// <param name="Schema">The attributes that the tenant's documents are said to carry.</param>
public sealed record FilterGround(string? StorageType, string TenantKey, IReadOnlyList<MetadataField> Schema);

/// <summary>
/// Reads a filter as Amazon Bedrock and its stores will: limits, values, operators that a store does not support (some stores ignore those silently, which widens the
/// result, so they are refused here), and attributes that nobody has.
/// </summary>
public static class FilterLint
{
    /// <summary>Everything there is to say; empty for a sound filter.</summary>
    public static IReadOnlyList<FilterFinding> Check(UserFilter filter, FilterGround ground)
    {
        var findings = new List<FilterFinding>();
        if (FilterLimits.Depth(filter) > FilterLimits.MostDepth)
            findings.Add(new(FilterSeverity.Error, "", "Groups are nested too deeply: a group may hold groups, but those may hold comparisons only."));
        if (FilterLimits.Groups(filter) > FilterLimits.MostGroups)
            findings.Add(new(FilterSeverity.Error, "", $"There are {FilterLimits.Groups(filter)} groups; Amazon Bedrock takes at most {FilterLimits.MostGroups}."));
        Visit(filter, "", findings, ground);
        return findings;
    }

    private static void Visit(UserFilter filter, string path, List<FilterFinding> findings, FilterGround ground)
    {
        if (filter is FilterCondition condition)
        {
            findings.AddRange(ConditionLint.Check(condition, ground).Select(finding => finding with { Path = path }));
            return;
        }

        var group = (FilterGroup)filter;
        if (group.Members.Count < FilterLimits.LeastPerGroup)
            findings.Add(new(FilterSeverity.Error, path, $"A group holds at least {FilterLimits.LeastPerGroup} filters; this one has {group.Members.Count}."));
        if (group.Members.Count > FilterLimits.MostPerGroup)
            findings.Add(new(FilterSeverity.Error, path, $"A group holds at most {FilterLimits.MostPerGroup} filters; this one has {group.Members.Count}."));
        for (var index = 0; index < group.Members.Count; index++) Visit(group.Members[index], path.Length == 0 ? $"{index}" : $"{path}.{index}", findings, ground);
    }
}
