using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Portal.Web.Ui.Dialogs;

public sealed class ConfirmDialogTests : UiTest
{
    private readonly ConfirmRequest _request = new("Delete 4 documents", "Delete 4 documents")
    {
        Goes = ["4 documents", "4 metadata sidecars"],
        Stays = ["Earlier versions"],
        TypeName = "policies",
    };

    [Fact]
    public void Show_NamesWhatGoesAndWhatStays()
    {
        var host = Render<DialogHost>();
        _ = ConfirmDialog.ShowAsync(Dialogs, _request);
        host.WaitForAssertion(() => Assert.Equal("Delete 4 documents", host.Find("dialog h2").TextContent));
        Assert.Equal(["4 documents", "4 metadata sidecars"], host.FindAll(".numbered li").Select(line => line.TextContent.Trim()));
        Assert.Equal("Earlier versions", host.Find(".plain-list").TextContent.Trim());
    }

    [Fact]
    public async Task Confirm_NeedsTheNameTyped()
    {
        var host = Render<DialogHost>();
        var answer = ConfirmDialog.ShowAsync(Dialogs, _request);
        host.WaitForAssertion(() => Assert.True(Act(host).HasAttribute("disabled")));
        host.Find("dialog input").Input("policy");
        Assert.True(Act(host).HasAttribute("disabled"));
        host.Find("dialog input").Input("policies");
        Act(host).Click();
        Assert.True(await answer);
        host.WaitForAssertion(() => Assert.Empty(host.FindAll("dialog")));
    }

    [Fact]
    public async Task Confirm_WithAnActThatIsRefused_StaysOpenWithTheProblem()
    {
        var host = Render<DialogHost>();
        var refuse = true;
        var answer = ConfirmDialog.ShowAsync(Dialogs, _request with
        {
            TypeName = null,
            Act = _ => refuse ? Task.FromException(new PortalProblemException(Refusal)) : Task.CompletedTask,
        });
        host.WaitForElement("dialog");
        Act(host).Click();
        host.WaitForAssertion(() => Assert.Contains("AccessDeniedException", host.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.False(answer.IsCompleted);
        refuse = false;
        Act(host).Click();
        Assert.True(await answer);
    }

    [Fact]
    public async Task Cancel_AnswersNo()
    {
        var host = Render<DialogHost>();
        var answer = ConfirmDialog.ShowAsync(Dialogs, _request);
        host.WaitForElement("dialog");
        host.FindAll(".dialog-foot button")[0].Click();
        Assert.False(await answer);
    }

    [Fact]
    public async Task Close_ByTheBrowser_AnswersNo()
    {
        var host = Render<DialogHost>();
        var answer = ConfirmDialog.ShowAsync(Dialogs, _request);
        host.WaitForElement("dialog").TriggerEvent("onclose", EventArgs.Empty);
        Assert.False(await answer);
    }

    [Fact]
    public async Task Navigation_ToAnotherPage_DismissesButAnotherQueryDoesNot()
    {
        var host = Render<DialogHost>();
        var answer = ConfirmDialog.ShowAsync(Dialogs, _request);
        host.WaitForElement("dialog");
        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/?tab=2");
        Assert.False(answer.IsCompleted);
        navigation.NavigateTo("/elsewhere");
        Assert.False(await answer);
    }

    private Dialogs Dialogs => Services.GetRequiredService<Dialogs>();

    private static AngleSharp.Dom.IElement Act(IRenderedComponent<DialogHost> host) => host.Find(".dialog-foot .button-danger");
}
