using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Shell;

public sealed class PaletteTests : UiTest
{
    private int _ran;

    public PaletteTests() => Services
        .AddScoped<IPaletteSource>(_ => new Fixed([new("Pages", "Tenants", IconName.Tenants, "/tenants", Words: "customers"), new("Pages", "Knowledge bases", IconName.Book, "/knowledge-bases")]))
        .AddScoped<IPaletteSource>(_ => new Fixed([new("Commands", "Sync now", IconName.Refresh, Run: () =>
        {
            _ran++;
            return Task.CompletedTask;
        })]));

    [Fact]
    public async Task Open_ListsEverythingInGroups()
    {
        var palette = await OpenAsync();
        Assert.Equal(["Pages", "Commands"], palette.FindAll("[role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.Equal(palette.Find("[aria-selected=true]").Id, palette.Find("[role=combobox]").GetAttribute("aria-activedescendant"));
    }

    [Theory]
    [InlineData("ten", "Tenants")]
    [InlineData("CUSTOM", "Tenants")]
    [InlineData("base know", "Knowledge bases")]
    public async Task Type_Words_FindsByTitleAndFurtherWords(string typed, string expected)
    {
        var palette = await OpenAsync();
        palette.Find("input").Input(typed);
        Assert.Equal(expected, palette.Find("[role=option] span").TextContent);
    }

    [Fact]
    public async Task Enter_OnTheSelected_OpensItsPage()
    {
        var palette = await OpenAsync();
        palette.Find("input").KeyDown("ArrowDown");
        palette.Find("input").KeyDown("Enter");
        Assert.EndsWith("/knowledge-bases", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(palette.FindAll("input"));
    }

    [Fact]
    public async Task Up_FromTheFirst_GoesToTheLastWhichRuns()
    {
        var palette = await OpenAsync();
        palette.Find("input").KeyDown("ArrowUp");
        palette.Find("input").KeyDown("Enter");
        Assert.Equal(1, _ran);
    }

    [Fact]
    public async Task Type_Nonsense_SaysNothingMatches()
    {
        var palette = await OpenAsync();
        palette.Find("input").Input("zzz");
        Assert.Contains("Nothing matches “zzz”.", palette.Find(".palette-none").TextContent, StringComparison.Ordinal);
        palette.Find("input").KeyDown("Enter");
        Assert.Equal(0, _ran);
    }

    private async Task<IRenderedComponent<Palette>> OpenAsync()
    {
        var palette = Render<Palette>();
        await palette.InvokeAsync(palette.Instance.OpenAsync);
        return palette;
    }

    private sealed class Fixed(IReadOnlyList<PaletteItem> items) : IPaletteSource
    {
        public Task<IReadOnlyList<PaletteItem>> FindAsync(string words, CancellationToken cancellation) => Task.FromResult(items);
    }
}
