using Xunit;

namespace Portal.Web.Ui.Page;

public sealed class QueryStateTests
{
    [Fact]
    public void Of_AnAddress_ReadsDecodedValuesWithoutCase()
    {
        var query = QueryState.Of("https://portal.example/tenants?Filter=a%20b%26c&page=3&page=4&empty=#top");
        Assert.Equal("a b&c", query["filter"]);
        Assert.Equal(4, query.Int("page"));
        Assert.Null(query["empty"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("two")]
    [InlineData("99999999999999")]
    public void Int_OfANonsenseValue_IsNull(string value) => Assert.Null(QueryState.Of("?page=" + value).Int("page"));

    [Fact]
    public void Choice_OfAName_IgnoresCaseAndRefusesNumbersAndUnknownNames()
    {
        Assert.Equal(DayOfWeek.Friday, QueryState.Of("?d=friday").Choice<DayOfWeek>("d"));
        Assert.Null(QueryState.Of("?d=5").Choice<DayOfWeek>("d"));
        Assert.Null(QueryState.Of("?d=someday").Choice<DayOfWeek>("d"));
    }

    [Fact]
    public void With_NullFalseOrEmpty_RemovesTheName()
    {
        var query = QueryState.Of("?a=1&b=2&c=3").With("a", null).With("b", false).With("c", "");
        Assert.Equal("", query.ToString());
    }

    [Fact]
    public void With_AValue_LeavesTheOriginalAlone()
    {
        var first = QueryState.Of("?a=1");
        var second = first.With("b", DayOfWeek.Monday).With("on", true);
        Assert.Equal("?a=1", first.ToString());
        Assert.Equal("?a=1&b=monday&on=1", second.ToString());
        Assert.True(second.Flag("on"));
    }

    [Theory]
    [InlineData("/x", "/x?f=%26")]
    [InlineData("https://h/x?old=1#part", "https://h/x?f=%26#part")]
    [InlineData("/x#part", "/x?f=%26#part")]
    public void Uri_OfAnAddress_ReplacesOnlyTheQuery(string address, string expected) =>
        Assert.Equal(expected, QueryState.Of("").With("f", "&").Uri(address));
}
