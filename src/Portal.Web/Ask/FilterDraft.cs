using System.Globalization;
using Portal.Ask.Filters;
using Portal.Tenants;

namespace Portal.Web.Ask;

/// <summary>What kind of value a condition is compared with.</summary>
public enum ValueKind
{
    Text,
    Number,
    Boolean,
}

/// <summary>A line of the filter builder: a condition, or a group of conditions.</summary>
public abstract class FilterLine;

/// <summary>A condition while it is being written.</summary>
public sealed class ConditionLine : FilterLine
{
    public string Key { get; set; } = "";

    public FilterOperator Operator { get; set; } = FilterOperator.Equals;

    public ValueKind Kind { get; set; }

    /// <summary>The value as typed; list members are separated by commas.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether the operator leaves the kind of value open.</summary>
    public bool MayChooseKind => Operator is FilterOperator.Equals or FilterOperator.NotEquals;

    /// <summary>The condition; a number that is none becomes NaN, which the linter names.</summary>
    public FilterCondition ToFilter() => new(Operator, Key.Trim(), Operator switch
    {
        FilterOperator.In or FilterOperator.NotIn => new TextListValue([.. Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]),
        FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains => new TextValue(Value),
        FilterOperator.Equals or FilterOperator.NotEquals when Kind == ValueKind.Text => new TextValue(Value),
        FilterOperator.Equals or FilterOperator.NotEquals when Kind == ValueKind.Boolean => new BooleanValue(Value == "true"),
        _ => new NumberValue(double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN),
    });

    /// <summary>Takes an attribute; its type in the schema says what is compared.</summary>
    public void Choose(string key, IReadOnlyList<MetadataField> schema)
    {
        Key = key;
        if (schema.FirstOrDefault(field => field.Key == key) is not { } known) return;
        Kind = known.Type switch { MetadataType.Number => ValueKind.Number, MetadataType.Boolean => ValueKind.Boolean, _ => ValueKind.Text };
        if (Kind == ValueKind.Boolean && Value is not ("true" or "false")) Value = "true";
        if (known.Type == MetadataType.StringList && MayChooseKind) Operator = FilterOperator.ListContains;
    }
}

/// <summary>A group of conditions while it is being written.</summary>
public sealed class GroupLine : FilterLine
{
    public FilterGroupKind Kind { get; set; } = FilterGroupKind.OrAll;

    public List<ConditionLine> Conditions { get; } = [];
}

/// <summary>The user's filter while it is being written: conditions and groups of them, as deep as Amazon Bedrock takes it.</summary>
public sealed class FilterDraft
{
    /// <summary>How the lines are joined.</summary>
    public FilterGroupKind Kind { get; set; } = FilterGroupKind.AndAll;

    public List<FilterLine> Lines { get; } = [];

    /// <summary>The filter; null when there is no line. One line needs no group around it.</summary>
    public UserFilter? ToFilter()
    {
        var members = Lines.Select(line => line is GroupLine group ? Reduce(group.Kind, [.. group.Conditions.Select(condition => condition.ToFilter())]) : ((ConditionLine)line).ToFilter())
            .OfType<UserFilter>().ToList();
        return Reduce(Kind, members);
    }

    /// <summary>The filter for an address; null when there is none, or while a number in it is none yet.</summary>
    public string? ToAddress() => ToFilter() is { } filter && AllNumbers(filter) ? FilterJson.Write(filter).ToJsonString() : null;

    /// <summary>Where a line stands in <see cref="ToFilter"/>'s paths, so that findings reach their line.</summary>
    public string PathOf(FilterLine line, ConditionLine? within = null)
    {
        var written = Lines.Where(candidate => candidate is not GroupLine { Conditions.Count: 0 }).ToList();
        var outer = written.Count == 1 ? "" : $"{written.IndexOf(line)}";
        if (within is null || line is not GroupLine group || group.Conditions.Count == 1) return outer;
        var inner = group.Conditions.IndexOf(within);
        return outer.Length == 0 ? $"{inner}" : $"{outer}.{inner}";
    }

    /// <summary>A draft of an existing filter. Deeper groups than one can write here are kept as far as they go.</summary>
    /// <exception cref="PortalProblemException">Groups lie deeper than Amazon Bedrock takes.</exception>
    public static FilterDraft From(UserFilter filter)
    {
        var draft = new FilterDraft();
        if (FilterLimits.Depth(filter) > FilterLimits.MostDepth)
            throw new PortalProblemException(new("FilterTooDeep", "The filter in the address has groups nested too deeply.", "Build it anew."));
        if (filter is not FilterGroup group)
        {
            draft.Lines.Add(Line((FilterCondition)filter));
            return draft;
        }

        draft.Kind = group.Kind;
        foreach (var member in group.Members)
        {
            if (member is FilterCondition condition)
            {
                draft.Lines.Add(Line(condition));
                continue;
            }

            var inner = (FilterGroup)member;
            var line = new GroupLine { Kind = inner.Kind };
            line.Conditions.AddRange(inner.Members.Cast<FilterCondition>().Select(Line));
            draft.Lines.Add(line);
        }

        return draft;
    }

    private static bool AllNumbers(UserFilter filter) => filter switch
    {
        FilterGroup group => group.Members.All(AllNumbers),
        FilterCondition { Value: NumberValue { Number: var number } } => double.IsFinite(number),
        _ => true,
    };

    private static UserFilter? Reduce(FilterGroupKind kind, List<UserFilter> members) => members.Count switch { 0 => null, 1 => members[0], _ => new FilterGroup(kind, members) };

    private static UserFilter? Reduce(FilterGroupKind kind, List<FilterCondition> members) => Reduce(kind, members.ToList<UserFilter>());

    private static ConditionLine Line(FilterCondition condition) => new()
    {
        Key = condition.Key,
        Operator = condition.Operator,
        Kind = condition.Value switch { NumberValue => ValueKind.Number, BooleanValue => ValueKind.Boolean, _ => ValueKind.Text },
        Value = condition.Value switch
        {
            TextValue text => text.Text,
            NumberValue number => number.Number.ToString("R", CultureInfo.InvariantCulture),
            BooleanValue { Boolean: var flag } => flag ? "true" : "false",
            TextListValue list => string.Join(", ", list.Texts),
            _ => "",
        },
    };
}
