using System.Text.Json;

namespace Portal.LocalCloud.BedrockAgentRuntime;

internal enum FilterOperator
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

/// <summary>A metadata filter: one comparison, or a group of filters of which all or any must hold.</summary>
internal abstract record RetrievalFilter;

internal sealed record FilterComparison(FilterOperator Operator, string Key, JsonElement Value) : RetrievalFilter;

internal sealed record FilterGroup(bool All, IReadOnlyList<RetrievalFilter> Members) : RetrievalFilter;
