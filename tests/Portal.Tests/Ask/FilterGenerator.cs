using FsCheck;
using FsCheck.Fluent;
using Portal.Ask.Filters;

namespace Portal.Ask;

/// <summary>Random filters, legal and illegal, and random documents that they have something to say about.</summary>
internal static class FilterGenerator
{
    public const string TenantKey = "customer";

    public static readonly string[] Tenants = ["CustomerA", "CustomerB", "customera", "CustomerA "];

    private static readonly string[] Keys = [TenantKey, "year", "region", "tags", "absent", "draft"];
    private static readonly string[] Texts = ["CustomerA", "CustomerB", "Europe", "Eur", "x"];

    public static Gen<UserFilter> Filters(int depth) => depth == 0 ? Conditions() : Gen.Frequency((2, Conditions()), (3, Groups(depth)));

    public static Gen<Dictionary<string, object>> Documents() =>
        from tenant in Gen.Elements(Tenants.Select(value => (object?)value).Append(null).Append(7.0))
        from year in Gen.Elements<object?>(2021.0, 2022.0, 2023.0, "2022", null)
        from region in Gen.Elements<object?>("Europe", "North America", null)
        from tags in Gen.Elements<object?>(new[] { "x", "Europe" }, null)
        from draft in Gen.Elements<object?>(true, false, null)
        select new (string Key, object? Value)[] { (TenantKey, tenant), ("year", year), ("region", region), ("tags", tags), ("draft", draft) }
            .Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);

    private static Gen<UserFilter> Groups(int depth) =>
        from kind in Gen.Elements(FilterGroupKind.AndAll, FilterGroupKind.OrAll)
        from size in Gen.Frequency((1, Gen.Choose(0, 1)), (8, Gen.Choose(2, 5)), (1, Gen.Constant(6)))
        from members in Filters(depth - 1).ListOf(size)
        select (UserFilter)new FilterGroup(kind, [.. members]);

    private static Gen<UserFilter> Conditions() => Gen.Frequency((20, Sound()), (1, Odd()));

    private static Gen<UserFilter> Sound() =>
        from @operator in Gen.Elements(Enum.GetValues<FilterOperator>())
        from key in Gen.Elements(Keys)
        from text in Gen.Elements(Texts)
        from number in Gen.Elements(2021.0, 2022.0, 2022.5)
        from kind in Gen.Choose(0, 2)
        select (UserFilter)new FilterCondition(@operator, key, @operator switch
        {
            FilterOperator.In or FilterOperator.NotIn => new TextListValue([text, "y"]),
            FilterOperator.Equals or FilterOperator.NotEquals when kind == 0 => new NumberValue(number),
            FilterOperator.Equals or FilterOperator.NotEquals when kind == 1 => new BooleanValue(true),
            FilterOperator.Equals or FilterOperator.NotEquals or FilterOperator.StartsWith or FilterOperator.StringContains or FilterOperator.ListContains => new TextValue(text),
            _ => new NumberValue(number),
        });

    private static Gen<UserFilter> Odd() => Gen.Elements<UserFilter>(
        new FilterCondition(FilterOperator.Equals, "", new TextValue("x")),
        new FilterCondition(FilterOperator.Equals, new string('k', 101), new TextValue("x")),
        new FilterCondition(FilterOperator.In, "region", new TextListValue([])),
        new FilterCondition(FilterOperator.GreaterThan, "year", new TextValue("2021")),
        new FilterCondition(FilterOperator.LessThan, "year", new NumberValue(double.NaN)));
}
