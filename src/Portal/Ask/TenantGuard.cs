using Amazon.BedrockAgentRuntime.Model;
using Portal.Ask.Filters;
using Portal.Tenants;

namespace Portal.Ask;

/// <summary>A filter that holds its tenant's positive equals where nothing can undo it. Only <see cref="TenantGuard"/> makes one, and only with one is AWS asked.</summary>
public sealed class GuardedFilter
{
    internal GuardedFilter(UserFilter effective, FilterCondition guard) => (Effective, Guard) = (effective, guard);

    /// <summary>What is sent.</summary>
    public UserFilter Effective { get; }

    /// <summary>The tenant's condition in it.</summary>
    public FilterCondition Guard { get; }

    internal RetrievalFilter ToRetrievalFilter() => RetrievalFilters.Of(Effective);
}

/// <summary>
/// The boundary between tenants that share a knowledge base. No IAM condition constrains a retrieval filter, so this class is it: the tenant's positive
/// <c>equals</c> joined by <c>andAll</c> with whatever the user wants, within Amazon Bedrock's limits, or a refusal. Never <c>notEquals</c> or <c>notIn</c>: those let
/// untagged documents through. A user's condition on the tenant attribute itself is one more condition beside the guard, never instead of it.
/// </summary>
public static class TenantGuard
{
    /// <summary>The filter to send for a tenant.</summary>
    /// <param name="scope">Whose question it is.</param>
    /// <param name="user">What the user wants beside; null for nothing.</param>
    /// <exception cref="PortalProblemException">The tenant has no usable attribute value, the user's filter is beyond a limit, or it leaves the guard no place; the sentence names the limit.</exception>
    public static GuardedFilter Guard(TenantScope scope, UserFilter? user = null) => Guard(scope.Attribute.Key, scope.Attribute.Value, user);

    internal static GuardedFilter Guard(string key, string tenant, UserFilter? user)
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > FilterLimits.LongestKey || string.IsNullOrWhiteSpace(tenant))
            throw Refused("NoTenantAttribute", "The tenant has no attribute value to filter by, so nothing can be asked as this tenant.", "An administrator sets it in the tenant's settings.");
        var guard = new FilterCondition(FilterOperator.Equals, key, new TextValue(tenant));
        if (user is null) return new GuardedFilter(guard, guard);
        DemandSound(user);
        return new GuardedFilter(Join(guard, user), guard);
    }

    private static FilterGroup Join(FilterCondition guard, UserFilter user)
    {
        if (user is FilterGroup { Kind: FilterGroupKind.AndAll } group && group.Members.Count < FilterLimits.MostPerGroup)
            return new FilterGroup(FilterGroupKind.AndAll, [guard, .. group.Members]);
        var joined = new FilterGroup(FilterGroupKind.AndAll, [guard, user]);
        if (FilterLimits.Depth(joined) > FilterLimits.MostDepth)
        {
            throw Refused(
                "FilterTooDeep",
                user is FilterGroup { Kind: FilterGroupKind.AndAll }
                    ? $"The tenant's condition takes one of the {FilterLimits.MostPerGroup} places of the outer group, and there is none left; Amazon Bedrock allows groups in groups only once, so it cannot be put around."
                    : "The tenant's condition must stand around your filter, and Amazon Bedrock allows groups in groups only once; yours has groups in a group already.",
                user is FilterGroup { Kind: FilterGroupKind.AndAll } ? $"Take one condition out: at most {FilterLimits.MostPerGroup - 1} beside the tenant's." : "Use one group only, or make the outer group an andAll.");
        }

        if (FilterLimits.Groups(joined) > FilterLimits.MostGroups)
            throw Refused("TooManyGroups", $"With the tenant's condition the filter has {FilterLimits.Groups(joined)} groups; Amazon Bedrock takes at most {FilterLimits.MostGroups}.", "Take a group out.");
        return joined;
    }

    private static void DemandSound(UserFilter filter)
    {
        var errors = FilterLint.Check(filter, new FilterGround(null, "", [])).Where(finding => finding.Severity == FilterSeverity.Error);
        if (errors.FirstOrDefault() is { } error) throw Refused("ValidationException", error.Message, "Correct the filter.");
    }

    private static PortalProblemException Refused(string code, string sentence, string remedy) => new(new(code, sentence, remedy, Field: "filter"));
}
