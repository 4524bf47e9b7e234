using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime.Documents;

namespace Portal.Ask.Filters;

/// <summary>Turns our filters into the SDK's.</summary>
internal static class RetrievalFilters
{
    public static RetrievalFilter Of(UserFilter filter)
    {
        if (filter is FilterGroup group)
        {
            var members = group.Members.Select(Of).ToList();
            return group.Kind == FilterGroupKind.AndAll ? new RetrievalFilter { AndAll = members } : new RetrievalFilter { OrAll = members };
        }

        var condition = (FilterCondition)filter;
        var attribute = new FilterAttribute { Key = condition.Key, Value = Of(condition.Value) };
        return condition.Operator switch
        {
            FilterOperator.Equals => new() { Equals = attribute },
            FilterOperator.NotEquals => new() { NotEquals = attribute },
            FilterOperator.GreaterThan => new() { GreaterThan = attribute },
            FilterOperator.GreaterThanOrEquals => new() { GreaterThanOrEquals = attribute },
            FilterOperator.LessThan => new() { LessThan = attribute },
            FilterOperator.LessThanOrEquals => new() { LessThanOrEquals = attribute },
            FilterOperator.In => new() { In = attribute },
            FilterOperator.NotIn => new() { NotIn = attribute },
            FilterOperator.StartsWith => new() { StartsWith = attribute },
            FilterOperator.StringContains => new() { StringContains = attribute },
            FilterOperator.ListContains => new() { ListContains = attribute },
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    private static Document Of(FilterValue value) => value switch
    {
        TextValue text => new Document(text.Text),
        NumberValue { Number: var number } when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => new Document((long)number),
        NumberValue number => new Document(number.Number),
        BooleanValue boolean => new Document(boolean.Boolean),
        TextListValue list => new Document(list.Texts.Select(text => new Document(text)).ToList()),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
