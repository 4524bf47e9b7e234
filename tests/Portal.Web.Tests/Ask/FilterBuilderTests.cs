using Bunit;
using Portal.Ask.Filters;
using Portal.Tenants;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Ask;

public class FilterBuilderTests : UiTest
{
    private readonly FilterDraft draft = new();

    [Fact]
    public void Builder_Always_ShowsTheGuardLockedAndWithoutControls()
    {
        var builder = Open("OPENSEARCH_SERVERLESS");
        var locked = builder.Find("[aria-label='Set by the server']");
        Assert.Contains("customer equals CustomerA", locked.TextContent, StringComparison.Ordinal);
        Assert.Empty(locked.QuerySelectorAll("input, select, button"));
    }

    [Fact]
    public void AddCondition_Filled_BecomesTheFilter()
    {
        var builder = Open("OPENSEARCH_SERVERLESS");
        Press(builder, "Condition");
        builder.Find("[aria-label='Attribute 1']").Change("year");
        builder.Find("[aria-label='Operator 1']").Change("GreaterThanOrEquals");
        builder.Find("[aria-label='Value 1']").Change("2022");
        Assert.Equal("""{"greaterThanOrEquals":{"key":"year","value":2022}}""", draft.ToAddress());
        Assert.Empty(builder.FindAll(".filter-finding"));
    }

    [Fact]
    public void Operator_ThatTheStoreLacks_IsSaidToBeAnError()
    {
        var builder = Open("S3_VECTORS");
        Press(builder, "Condition");
        builder.Find("[aria-label='Attribute 1']").Change("region");
        builder.Find("[aria-label='Operator 1']").Change("StartsWith");
        builder.Find("[aria-label='Value 1']").Change("Eu");
        Assert.Contains("S3_VECTORS does not support startsWith", builder.Find(".filter-finding.bad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TenantKey_AsCondition_IsSaidToNarrowOnly()
    {
        var builder = Open("OPENSEARCH_SERVERLESS");
        Press(builder, "Condition");
        builder.Find("[aria-label='Attribute 1']").Change("customer");
        builder.Find("[aria-label='Value 1']").Change("CustomerB");
        Assert.Contains("can only narrow", builder.Find(".filter-finding").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Group_AddedAndEmptied_GoesAway()
    {
        var builder = Open("OPENSEARCH_SERVERLESS");
        Press(builder, "Group");
        Assert.Equal(2, Assert.IsType<GroupLine>(draft.Lines[0]).Conditions.Count);
        builder.Find("[aria-label='Remove condition 1.2']").Click();
        builder.Find("[aria-label='Remove condition 1.1']").Click();
        Assert.Empty(draft.Lines);
        Assert.Null(draft.ToFilter());
    }

    private IRenderedComponent<FilterBuilder> Open(string store) => Render<FilterBuilder>(parameters => parameters
        .Add(builder => builder.Draft, draft)
        .Add(builder => builder.Guard, new KeyValuePair<string, string>("customer", "CustomerA"))
        .Add(builder => builder.Ground, new FilterGround(store, "customer", [new("region", MetadataType.String), new("year", MetadataType.Number)])));

    private static void Press(IRenderedComponent<FilterBuilder> builder, string name) => builder.FindAll("button").First(button => button.TextContent.Trim() == name).Click();
}
