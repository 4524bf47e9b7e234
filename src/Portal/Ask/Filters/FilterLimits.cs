namespace Portal.Ask.Filters;

/// <summary>Amazon Bedrock's limits of a retrieval filter.</summary>
public static class FilterLimits
{
    /// <summary>Filters in one group, at least.</summary>
    public const int LeastPerGroup = 2;

    /// <summary>Filters in one group, at most.</summary>
    public const int MostPerGroup = 5;

    /// <summary>Groups in one filter, at most.</summary>
    public const int MostGroups = 5;

    /// <summary>A group may hold groups; those may not hold groups again.</summary>
    public const int MostDepth = 2;

    /// <summary>Length of an attribute's key, at most.</summary>
    public const int LongestKey = 100;

    /// <summary>Groups on top of each other: 0 for a comparison.</summary>
    public static int Depth(UserFilter filter) => filter is FilterGroup group ? 1 + group.Members.Select(Depth).DefaultIfEmpty(0).Max() : 0;

    /// <summary>All groups of a filter.</summary>
    public static int Groups(UserFilter filter) => filter is FilterGroup group ? 1 + group.Members.Sum(Groups) : 0;
}
