using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Ui.Actions;
using Portal.Web.Ui.Code;
using Portal.Web.Ui.Dialogs;
using Portal.Web.Ui.Page;
using Portal.Web.Ui.Values;
using Xunit;

namespace Portal.Web.Ui;

public sealed class DisplayTests : UiTest
{
    [Theory]
    [InlineData(Tone.Ok, "chip-ok")]
    [InlineData(Tone.Warn, "chip-warn")]
    [InlineData(Tone.Bad, "chip-bad")]
    [InlineData(Tone.Working, "chip-info")]
    [InlineData(Tone.Idle, "chip-idle")]
    public void StateChip_OfATone_HasIconAndWord(Tone tone, string css)
    {
        var chip = Render<StateChip>(p => p.Add(x => x.Tone, tone).Add(x => x.ChildContent, Text("ACTIVE"))).Find(".chip");
        Assert.Contains(css, chip.ClassList);
        Assert.Equal("ACTIVE", chip.TextContent.Trim());
        Assert.Equal(tone == Tone.Idle ? 0 : 1, chip.ChildElementCount);
    }

    [Fact]
    public void Icons_AllHaveADrawing()
    {
        foreach (var name in Enum.GetValues<IconName>().Except([IconName.None])) Assert.NotEqual("", IconPaths.Of(name));
    }

    [Fact]
    public void Steps_NameTheirStateInWords()
    {
        var steps = Render<Steps>(p => p.Add(x => x.Lines,
            [new("Reserve names", StepState.Done), new("Create folders", StepState.Running, "2 of 4"), new("First sync", StepState.Pending), new("Grant", StepState.Failed, "AccessDenied")]));
        Assert.Equal(["done", "running", "pending", "failed"], steps.FindAll(".step-mark > *").Select(mark => mark.GetAttribute("aria-label")));
        Assert.Equal(["2 of 4", "AccessDenied"], steps.FindAll(".step-message").Select(message => message.TextContent));
    }

    [Fact]
    public void ProgressBar_WithAndWithoutAnEnd_TellsAssistiveTechnology()
    {
        var known = Render<ProgressBar>(p => p.Add(x => x.Label, "Sync").Add(x => x.Done, 318).Add(x => x.Total, 1204d)).Find("[role=progressbar]");
        Assert.Equal("26", known.GetAttribute("aria-valuenow"));
        Assert.Equal("width:26.41%", known.QuerySelector("i")!.GetAttribute("style"));
        var open = Render<ProgressBar>(p => p.Add(x => x.Label, "Sync")).Find("[role=progressbar]");
        Assert.False(open.HasAttribute("aria-valuenow"));
    }

    [Fact]
    public void PageHeader_ShowsOneHeadingAndTheWayToIt()
    {
        var header = Render<PageHeader>(p => p.Add(x => x.Title, "policies").Add(x => x.Crumbs, [new("CustomerA", "/tenants/customera"), new("policies")]));
        Assert.Equal("policies", header.Find("h1").TextContent);
        Assert.Equal("-1", header.Find("h1").GetAttribute("tabindex"));
        Assert.Equal("/tenants/customera", header.Find("nav a").GetAttribute("href"));
        Assert.Equal(2, header.FindAll("nav li").Count);
    }

    [Fact]
    public void Tabs_MarkTheOneTheAddressNames()
    {
        var navigation = Services.GetRequiredService<Bunit.TestDoubles.BunitNavigationManager>();
        navigation.NavigateTo("/tenants/a/documents/policies");
        var tabs = Render<Tabs>(p => p.Add(x => x.Links,
            [new("Overview", "/tenants/a"), new("Documents", "/tenants/a/documents", 1200, Alert: true, Match: Microsoft.AspNetCore.Components.Routing.NavLinkMatch.Prefix)]));
        Assert.Equal("Documents1,200", string.Concat(tabs.Find("[aria-current=page]").TextContent.Where(c => !char.IsWhiteSpace(c))));
        navigation.NavigateTo("/tenants/a");
        tabs.WaitForAssertion(() => Assert.Equal("Overview", tabs.Find("[aria-current=page]").TextContent.Trim()));
    }

    [Fact]
    public void CodeBlock_WithSeveralSamples_SwitchesByClickAndArrow()
    {
        var block = Render<CodeBlock>(p => p.Add(x => x.Samples, [new("AWS CLI", "aws s3 ls"), new("boto3", "s3.list()"), new("C#", "s3.ListAsync()")]));
        Assert.Equal("aws s3 ls", block.Find("pre").TextContent);
        block.FindAll("[role=tab]")[1].Click();
        Assert.Equal("s3.list()", block.Find("pre").TextContent);
        block.FindAll("[role=tab]")[1].KeyDown("ArrowRight");
        Assert.Equal("s3.ListAsync()", block.Find("pre").TextContent);
        Assert.Equal(block.Find("pre").Id, block.Find("[data-copy-from]").GetAttribute("data-copy-from"));
        Assert.Equal("0", block.FindAll("[role=tab]")[2].GetAttribute("tabindex"));
    }

    [Fact]
    public void QueryButton_WhenClicked_OpensWhatWasAsked()
    {
        var host = Render<DialogHost>();
        Render<QueryButton>(p => p.Add(x => x.Title, "Tenants").Add(x => x.Samples, [new("SQL", "select count(*) from tenant")])).Find("button").Click();
        host.WaitForAssertion(() => Assert.Equal("select count(*) from tenant", host.Find("dialog pre").TextContent));
    }

    [Fact]
    public void PeekPanel_OnEscape_Closes()
    {
        var closed = false;
        var panel = Render<PeekPanel>(p => p.Add(x => x.Title, "a.md").Add(x => x.ChildContent, Text("…")).Add(x => x.OnClose, () => closed = true));
        panel.Find("aside").KeyDown("Escape");
        Assert.True(closed);
    }

    [Fact]
    public void Toast_WhenUndone_GoesAway()
    {
        var toasts = Services.GetRequiredService<Toasts>();
        var host = Render<ToastHost>();
        var undone = 0;
        toasts.OfferUndo("Filter removed", _ =>
        {
            undone++;
            return Task.CompletedTask;
        });
        host.WaitForElement("button").Click();
        host.WaitForAssertion(() => Assert.Empty(host.FindAll(".toast")));
        Assert.Equal(1, undone);
    }

    [Theory]
    [InlineData(43.87, true, "$43.87 / h")]
    [InlineData(43.87, false, "$43.87")]
    [InlineData(null, true, "unpriced")]
    public void MoneyText_OfAPrice_SaysRateOrUnpriced(double? usd, bool perHour, string expected) =>
        Assert.Equal(expected, Render<MoneyText>(p => p.Add(x => x.Usd, (decimal?)usd).Add(x => x.PerHour, perHour)).Find("span").TextContent);
}
