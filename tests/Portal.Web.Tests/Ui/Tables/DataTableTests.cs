using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Portal.Web.Ui.Tables;

public sealed class DataTableTests : UiTest
{
    private static readonly IReadOnlyList<Fruit> _fruit = [new("pear", 180), new("apple", 150), new("fig", 50), new("plum", 70)];

    [Fact]
    public void Render_OfItems_ShowsRowsWithHeaderCellsAndCardLabels()
    {
        var table = Show();
        Assert.Equal(["pear", "apple", "fig", "plum"], Names(table));
        Assert.Equal("Weight", table.Find("tbody td").GetAttribute("data-l"));
        Assert.Equal("180 g", table.Find("tbody td").TextContent.Trim());
    }

    [Fact]
    public void Sort_ByHeader_OrdersTurnsAndWritesTheAddress()
    {
        var table = Show();
        Header(table, "Weight").Click();
        Assert.Equal(["pear", "apple", "plum", "fig"], Names(table));
        Assert.EndsWith("?sort=-weight", Address, StringComparison.Ordinal);
        Header(table, "Weight").Click();
        Assert.Equal(["fig", "plum", "apple", "pear"], Names(table));
        Assert.Equal("ascending", table.FindAll("thead th")[1].GetAttribute("aria-sort"));
        Assert.Equal("none", table.FindAll("thead th")[0].GetAttribute("aria-sort"));
    }

    [Fact]
    public void Filter_WhileTyping_FiltersAndWritesTheAddressWhenDone()
    {
        var table = Show();
        table.Find("input[type=search]").Input("P");
        Assert.Equal(["pear", "apple", "plum"], Names(table));
        table.WaitForAssertion(() => Assert.Equal("3 of 4", table.Find(".table-note").TextContent));
        Assert.DoesNotContain("filter", Address, StringComparison.Ordinal);
        table.Find("input[type=search]").Change("P");
        Assert.EndsWith("?filter=P", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_ThatMatchesNothing_OffersToClearIt()
    {
        var table = Show();
        table.Find("input[type=search]").Input("kiwi");
        Assert.Contains("Nothing matches “kiwi”", table.Find(".table-empty").TextContent, StringComparison.Ordinal);
        table.Find(".table-empty button").Click();
        Assert.Equal(4, Names(table).Count);
    }

    [Fact]
    public void Address_WithState_IsWhatTheTableStartsFromAndFollows()
    {
        Navigation.NavigateTo("/fruit?sort=name&filter=p");
        var table = Show();
        Assert.Equal(["apple", "pear", "plum"], Names(table));
        Navigation.NavigateTo("/fruit?sort=-name");
        table.WaitForAssertion(() => Assert.Equal(["plum", "pear", "fig", "apple"], Names(table)));
    }

    [Fact]
    public void Pages_OfItems_MoveAndKeepOtherParameters()
    {
        Navigation.NavigateTo("/fruit?tab=all");
        var table = Show(p => p.Add(x => x.PageSize, 3));
        table.WaitForAssertion(() => Assert.Contains("1–3 of 4", table.Find(".pager").TextContent, StringComparison.Ordinal));
        table.FindAll(".pager button")[1].Click();
        Assert.Equal(["plum"], Names(table));
        Assert.EndsWith("?page=2&tab=all", Address, StringComparison.Ordinal);
        Assert.True(table.FindAll(".pager button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public void Select_RowsAndAll_TellsThePage()
    {
        IReadOnlyList<Fruit> selected = [];
        var table = Show(p => p.Add(x => x.Selectable, true).Add(x => x.SelectedChanged, rows => selected = rows));
        table.FindAll("tbody input[type=checkbox]")[2].Change(true);
        Assert.Equal(["fig"], selected.Select(fruit => fruit.Name));
        Assert.Equal("Select fig", table.FindAll("tbody input")[2].GetAttribute("aria-label"));
        table.Find("thead input").Change(true);
        Assert.Equal(4, selected.Count);
        table.Find("thead input").Change(false);
        Assert.Empty(selected);
    }

    [Fact]
    public void Open_OfARow_TellsThePage()
    {
        Fruit? opened = null;
        var table = Show(p => p.Add(x => x.OnOpen, fruit => opened = fruit));
        table.FindAll("[data-open]")[1].Click();
        Assert.Equal("apple", opened?.Name);
    }

    [Fact]
    public void Provider_IsAskedWithFilterSortAndPage()
    {
        List<TableQuery> asked = [];
        var table = Render<FruitTable>(p => p.Add(x => x.PageSize, 2).Add(x => x.Provider, (query, _) =>
        {
            asked.Add(query);
            return Task.FromResult(new TablePage<Fruit>([.. _fruit.Skip(query.Skip).Take(query.Take)], 4));
        }));
        Assert.Equal(["pear", "apple"], Names(table));
        table.FindAll(".pager button")[1].Click();
        Assert.Equal(["fig", "plum"], Names(table));
        Header(table, "Name").Click();
        table.Find("input[type=search]").Input(" p ");
        Assert.Equal([new("", null, false, 0, 2), new("", null, false, 2, 2), new("", "name", false, 0, 2), new("p", "name", false, 0, 2)], asked);
    }

    [Fact]
    public void Provider_ThatIsRefused_ShowsTheProblem()
    {
        var table = Render<FruitTable>(p => p.Add(x => x.Provider, (_, _) => Task.FromException<TablePage<Fruit>>(new PortalProblemException(Refusal))));
        Assert.Contains("AccessDeniedException", table.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private string Address => Navigation.Uri;

    private IRenderedComponent<FruitTable> Show(Action<ComponentParameterCollectionBuilder<FruitTable>>? more = null) => Render<FruitTable>(p =>
    {
        p.Add(x => x.Items, _fruit);
        more?.Invoke(p);
    });

    private static List<string> Names(IRenderedComponent<FruitTable> table) => [.. table.FindAll("tbody th").Select(cell => cell.TextContent.Trim())];

    private static AngleSharp.Dom.IElement Header(IRenderedComponent<FruitTable> table, string title) =>
        table.FindAll("thead button").Single(button => button.TextContent.Trim() == title);
}
