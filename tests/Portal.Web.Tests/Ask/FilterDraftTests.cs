using Portal.Ask.Filters;
using Portal.Tenants;
using Portal.Web.Ui.Page;
using Xunit;

namespace Portal.Web.Ask;

public class FilterDraftTests
{
    [Theory]
    [InlineData("""{"equals":{"key":"year","value":2022}}""")]
    [InlineData("""{"andAll":[{"equals":{"key":"a","value":"x"}},{"notEquals":{"key":"b","value":true}}]}""")]
    [InlineData("""{"orAll":[{"in":{"key":"a","value":["x","y"]}},{"andAll":[{"lessThan":{"key":"n","value":1.5}},{"listContains":{"key":"tags","value":"x"}}]}]}""")]
    public void From_AnyFilterOfTwoLevels_WritesTheSameAgain(string json)
    {
        var draft = FilterDraft.From(FilterJson.Parse(json));
        Assert.Equal(json, FilterJson.Write(draft.ToFilter()!).ToJsonString());
        Assert.Equal(json, draft.ToAddress());
    }

    [Fact]
    public void ToFilter_WithoutLines_IsNull() => Assert.Null(new FilterDraft().ToFilter());

    [Fact]
    public void ToAddress_WhileANumberIsHalfWritten_IsNull()
    {
        var draft = new FilterDraft();
        draft.Lines.Add(new ConditionLine { Key = "year", Operator = FilterOperator.LessThan, Value = "20x" });
        Assert.Null(draft.ToAddress());
        Assert.Contains(FilterLint.Check(draft.ToFilter()!, new FilterGround(null, "customer", [])), finding => finding.Severity == FilterSeverity.Error);
    }

    [Fact]
    public void PathOf_EachLine_IsTheLintersPath()
    {
        var draft = FilterDraft.From(FilterJson.Parse("""{"andAll":[{"equals":{"key":"a","value":"x"}},{"orAll":[{"equals":{"key":"b","value":"x"}},{"lessThan":{"key":"c","value":1}}]}]}"""));
        var group = Assert.IsType<GroupLine>(draft.Lines[1]);
        Assert.Equal(("0", "1", "1.1"), (draft.PathOf(draft.Lines[0]), draft.PathOf(group), draft.PathOf(group, group.Conditions[1])));
    }

    [Fact]
    public void Choose_AttributeOfTheSchema_TakesItsType()
    {
        MetadataField[] schema = [new("year", MetadataType.Number), new("draft", MetadataType.Boolean), new("tags", MetadataType.StringList)];
        var line = new ConditionLine();
        line.Choose("year", schema);
        Assert.Equal(ValueKind.Number, line.Kind);
        line.Choose("draft", schema);
        Assert.Equal((ValueKind.Boolean, "true"), (line.Kind, line.Value));
        line.Choose("tags", schema);
        Assert.Equal(FilterOperator.ListContains, line.Operator);
    }

    [Fact]
    public void State_OfABadAddress_FallsBackAndSaysSo()
    {
        var state = AskState.From(QueryState.Of("/x?n=900&mode=nonsense&filter=%7Bbroken"));
        Assert.Equal((AskMode.Verified, 100), (state.Mode, state.NumberOfResults));
        Assert.Equal("MalformedFilter", state.ReadFilter().Problem?.Code);
        Assert.NotNull(AskState.From(QueryState.Of("/x?filter=" + Uri.EscapeDataString(Deep()))).ReadFilter().Problem);
    }

    private static string Deep()
    {
        const string leaf = """{"equals":{"key":"a","value":"x"}}""";
        return $$"""{"andAll":[{{leaf}},{"orAll":[{{leaf}},{"andAll":[{{leaf}},{{leaf}}]}]}]}""";
    }
}
