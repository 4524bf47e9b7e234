namespace Portal.Ask.Filters;

/// <summary>The eleven comparisons of Amazon Bedrock's retrieval filter, by its own names.</summary>
public enum FilterOperator
{
    Equals,
    NotEquals,
    GreaterThan,
    GreaterThanOrEquals,
    LessThan,
    LessThanOrEquals,
    In,
    NotIn,
    StartsWith,
    StringContains,
    ListContains,
}

/// <summary>The two groups of Amazon Bedrock's retrieval filter.</summary>
public enum FilterGroupKind
{
    AndAll,
    OrAll,
}

/// <summary>A metadata filter: a comparison, or a group of filters. It says what someone wants, not yet what is sent: that is <see cref="TenantGuard"/>'s.</summary>
public abstract record UserFilter;

/// <summary>One comparison.</summary>
/// <param name="Operator">How.</param>
/// <param name="Key">The metadata attribute, 1 to 100 characters; case counts.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record FilterCondition(FilterOperator Operator, string Key, FilterValue Value) : UserFilter;

/// <summary>All or any of two to five filters.</summary>
public sealed record FilterGroup(FilterGroupKind Kind, IReadOnlyList<UserFilter> Members) : UserFilter;

/// <summary>A value to compare with.</summary>
public abstract record FilterValue;

/// <summary>A string.</summary>
public sealed record TextValue(string Text) : FilterValue;

/// <summary>A number.</summary>
public sealed record NumberValue(double Number) : FilterValue;

/// <summary>A boolean.</summary>
public sealed record BooleanValue(bool Boolean) : FilterValue;

/// <summary>A list of strings, for in and notIn.</summary>
public sealed record TextListValue(IReadOnlyList<string> Texts) : FilterValue;
