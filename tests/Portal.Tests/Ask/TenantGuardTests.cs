using Amazon.BedrockAgentRuntime.Model;
using FsCheck;
using FsCheck.Fluent;
using Portal.Ask.Filters;
using Portal.Testing;
using Xunit;

namespace Portal.Ask;

public class TenantGuardTests(ITestOutputHelper output)
{
    private const string Key = FilterGenerator.TenantKey;
    private const string Tenant = "CustomerA";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u00a0")]
    public void Guard_WithoutTenantValue_Refuses(string value) =>
        Assert.Equal("NoTenantAttribute", Refusal(() => TenantGuard.Guard(Key, value, null)).Code);

    [Fact]
    public void Guard_WithoutKey_Refuses() => Assert.Equal("NoTenantAttribute", Refusal(() => TenantGuard.Guard("", Tenant, null)).Code);

    [Fact]
    public void Guard_WithoutUserFilter_IsTheTenantsEquals()
    {
        var filter = TenantGuard.Guard(Key, Tenant, null).ToRetrievalFilter();
        Assert.Equal((Key, Tenant), (filter.Equals!.Key, filter.Equals.Value.AsString()));
        Assert.Null(FilterOracle.Illegal(filter));
    }

    [Fact]
    public void Guard_WithOneCondition_JoinsBoth()
    {
        var filter = TenantGuard.Guard(Key, Tenant, Year(2022)).ToRetrievalFilter();
        Assert.Equal(2, filter.AndAll!.Count);
        AssertGuarded(filter);
    }

    [Theory]
    [InlineData(2, 3, 1)]
    [InlineData(4, 5, 1)]
    [InlineData(5, 2, 2)]
    public void Guard_WithAndAllOfConditions_FlattensWhereItFits(int members, int expectedMembers, int expectedDepth)
    {
        var guarded = TenantGuard.Guard(Key, Tenant, And(Conditions(members)));
        Assert.Equal(expectedMembers, Assert.IsType<FilterGroup>(guarded.Effective).Members.Count);
        Assert.Equal(expectedDepth, FilterLimits.Depth(guarded.Effective));
        AssertGuarded(guarded.ToRetrievalFilter());
    }

    [Fact]
    public void Guard_WithOrAll_StandsAroundIt()
    {
        var filter = TenantGuard.Guard(Key, Tenant, Or(Conditions(5))).ToRetrievalFilter();
        Assert.Equal(5, filter.AndAll![1].OrAll!.Count);
        AssertGuarded(filter);
    }

    [Fact]
    public void Guard_WithGroupsInOrAll_RefusesNamingTheLimit()
    {
        var problem = Refusal(() => TenantGuard.Guard(Key, Tenant, Or([And(Conditions(2)), Year(2021)])));
        Assert.Equal("FilterTooDeep", problem.Code);
        Assert.Contains("only once", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_WithFullAndAllThatHoldsAGroup_RefusesNamingThePlaces()
    {
        var problem = Refusal(() => TenantGuard.Guard(Key, Tenant, And([Or(Conditions(2)), .. Conditions(4)])));
        Assert.Equal("FilterTooDeep", problem.Code);
        Assert.Contains("5 places", problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Guard_WithAndAllOfFourGroups_StaysWithinFiveGroups() =>
        AssertGuarded(TenantGuard.Guard(Key, Tenant, And([Or(Conditions(2)), Or(Conditions(2)), Or(Conditions(2)), Or(Conditions(2))])).ToRetrievalFilter());

    [Fact]
    public void Guard_WithConditionOnTheTenantKey_KeepsItsOwnBesideIt()
    {
        var other = new FilterCondition(FilterOperator.Equals, Key, new TextValue("CustomerB"));
        foreach (var user in new UserFilter[] { other, Or([other, Year(2022)]), And([other, Year(2022)]) })
        {
            var filter = TenantGuard.Guard(Key, Tenant, user).ToRetrievalFilter();
            AssertGuarded(filter);
            Assert.False(FilterOracle.Passes(filter, new Dictionary<string, object> { [Key] = "CustomerB", ["year"] = 2022.0 }));
        }
    }

    /// <summary>All shapes up to two levels with groups of 0 to 6: each is joined legally or refused, and refused only when it must be.</summary>
    [Fact]
    public void Guard_OverAllSmallShapes_IsLegalOrRefused()
    {
        int joined = 0, refused = 0;
        foreach (var user in SmallShapes())
        {
            var own = FilterOracle.Illegal(RetrievalFilters.Of(user));
            try
            {
                AssertGuarded(TenantGuard.Guard(Key, Tenant, user).ToRetrievalFilter());
                Assert.Null(own);
                joined++;
            }
            catch (PortalProblemException)
            {
                // A legal filter is refused only where neither merging nor putting around is legal: it holds a group already, and has no place free or is an orAll.
                if (own is null)
                {
                    var group = Assert.IsType<FilterGroup>(user);
                    Assert.Contains(group.Members, member => member is FilterGroup);
                    Assert.True(group.Kind == FilterGroupKind.OrAll || group.Members.Count == FilterLimits.MostPerGroup);
                }

                refused++;
            }
        }

        output.WriteLine($"{joined} shapes joined, {refused} refused");
        Assert.True(joined > 50 && refused > 100);
    }

    /// <summary>Whatever the user wants: a guarded filter is legal, holds the tenant's positive equals where it must be true, and lets through exactly the tenant's share.</summary>
    [Fact]
    public void Guard_OverRandomFilters_LetsThroughOnlyTheTenantsShare()
    {
        int joined = 0, refused = 0, passed = 0;
        var cases = from user in FilterGenerator.Filters(3)
                    from tenant in Gen.Elements(FilterGenerator.Tenants)
                    from documents in FilterGenerator.Documents().ListOf(8)
                    select (user, tenant, documents);
        Prop.ForAll(Arb.From(cases), sample =>
        {
            RetrievalFilter guarded;
            try
            {
                guarded = TenantGuard.Guard(Key, sample.tenant, sample.user).ToRetrievalFilter();
            }
            catch (PortalProblemException)
            {
                refused++;
                return true;
            }

            joined++;
            if (FilterOracle.Illegal(guarded) is not null || !HoldsGuard(guarded, sample.tenant)) return false;
            var wanted = RetrievalFilters.Of(sample.user);
            foreach (var document in sample.documents)
            {
                var passes = FilterOracle.Passes(guarded, document);
                var isOwn = document.TryGetValue(Key, out var value) && value is string text && text == sample.tenant;
                if (passes) passed++;
                if (passes != (isOwn && FilterOracle.Passes(wanted, document))) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LongRun.Or(5000, 200_000)));
        output.WriteLine($"{joined} filters guarded, {refused} refused, {passed} documents let through");
        Assert.True(joined > 500 && refused > 500 && passed > 500);
    }

    private static void AssertGuarded(RetrievalFilter filter)
    {
        Assert.Null(FilterOracle.Illegal(filter));
        Assert.True(HoldsGuard(filter, Tenant));
    }

    /// <summary>The tenant's equals as the whole filter, or as a direct member of the outermost andAll: nothing around it can make it optional.</summary>
    private static bool HoldsGuard(RetrievalFilter filter, string tenant) => filter.AndAll is { } members ? members.Exists(member => IsGuard(member, tenant)) : IsGuard(filter, tenant);

    private static bool IsGuard(RetrievalFilter filter, string tenant) =>
        filter.Equals is { } equals && equals.Key == Key && equals.Value.IsString() && equals.Value.AsString() == tenant;

    private static IEnumerable<UserFilter> SmallShapes()
    {
        yield return Year(2022);
        var kinds = new[] { FilterGroupKind.AndAll, FilterGroupKind.OrAll };
        foreach (var outer in kinds)
        {
            for (var conditions = 0; conditions <= 6; conditions++)
            {
                yield return new FilterGroup(outer, Conditions(conditions));
                foreach (var inner in kinds)
                {
                    for (var groups = 1; groups <= 6; groups++)
                    {
                        for (var size = 0; size <= 6; size++)
                        {
                            var group = new FilterGroup(inner, Conditions(size));
                            yield return new FilterGroup(outer, [.. Conditions(conditions), .. Enumerable.Repeat(group, groups)]);
                            yield return new FilterGroup(outer, [.. Conditions(conditions), new FilterGroup(inner, [group, Year(2023)])]);
                        }
                    }
                }
            }
        }
    }

    private static PortalProblem Refusal(Action act) => Assert.Throws<PortalProblemException>(act).Problem;

    private static FilterCondition Year(double year) => new(FilterOperator.Equals, "year", new NumberValue(year));

    private static UserFilter[] Conditions(int count) => [.. Enumerable.Range(0, count).Select(index => Year(2020 + index))];

    private static FilterGroup And(IReadOnlyList<UserFilter> members) => new(FilterGroupKind.AndAll, members);

    private static FilterGroup Or(IReadOnlyList<UserFilter> members) => new(FilterGroupKind.OrAll, members);
}
