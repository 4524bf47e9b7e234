using AngleSharp.Dom;
using Bunit;
using Portal.Access;
using Portal.Web.Ui.Dialogs;
using Xunit;

namespace Portal.Web.Access;

public sealed class UsersPageTests : PageTest
{
    [Fact]
    public void Users_AreListedWithRoleAndState()
    {
        var page = Render<UsersPage>();
        page.WaitForAssertion(() =>
        {
            var row = Assert.Single(page.FindAll("tbody tr[data-row]"));
            Assert.Contains(WebPortal.Email, row.TextContent, StringComparison.Ordinal);
            Assert.Contains("Administrator", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("Enabled", row.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void WithoutTheRight_NothingIsShown()
    {
        As(PortalRole.Viewer);
        var page = Render<UsersPage>();
        page.WaitForAssertion(() => Assert.Contains("You do not have the right", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(WebPortal.Email, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddUser_WithEmailAndRole_AddsOneWhoCanSignInWithThePasswordShown()
    {
        var dialog = OpenDialog();
        Field(dialog, "Email").Change("vera@example.com");
        Radio(dialog, "Viewer").Change(true);
        var password = Field(dialog, "Password").GetAttribute("value")!;
        dialog.Find("form").Submit();

        dialog.WaitForAssertion(() => Assert.Empty(dialog.FindAll("dialog")), TimeSpan.FromSeconds(20));
        var standing = await Portal.Get<SignInDesk>().SignInAsync("vera@example.com", password, null, Cancellation);
        Assert.Equal(PortalRole.Viewer, standing.Actor.Role);
    }

    [Theory]
    [InlineData("", "Enter the e-mail address")]
    [InlineData("no address", "This is not an e-mail address.")]
    [InlineData(WebPortal.Email, "There is already a user with this e-mail address.")]
    public void AddUser_WithAWrongAddress_SaysSoUnderTheField(string email, string expected)
    {
        var dialog = OpenDialog();
        Field(dialog, "Email").Change(email);
        Radio(dialog, "Viewer").Change(true);
        dialog.Find("form").Submit();

        dialog.WaitForAssertion(() => Assert.Contains(expected, dialog.Find(".field-error").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("true", Field(dialog, "Email").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void AddUser_AnOperatorWithoutTenant_SaysSoUnderTheTenants()
    {
        var dialog = OpenDialog();
        Field(dialog, "Email").Change("otto@example.com");
        dialog.Find("form").Submit();
        dialog.WaitForAssertion(() => Assert.Contains("Choose at least one tenant.", dialog.Find("fieldset.field .field-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Disable_OfTheLastAdministrator_IsRefusedInTheDialog()
    {
        var dialog = RenderDialogs();
        var page = Render<UsersPage>();
        page.WaitForElement($"button[aria-label='Disable {WebPortal.Email}']").Click();
        dialog.WaitForElement(".dialog-foot .button-danger").Click();
        dialog.WaitForAssertion(() => Assert.Contains("This is the last administrator who can sign in.", dialog.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<DialogHost> OpenDialog()
    {
        var dialog = RenderDialogs();
        var page = Render<UsersPage>();
        page.WaitForElement("tbody tr[data-row]");
        page.Find(".page-actions button").Click();
        dialog.WaitForElement("dialog form");
        return dialog;
    }

    private static IElement Field(IRenderedComponent<DialogHost> dialog, string label)
    {
        var named = dialog.FindAll("label").Single(element => element.TextContent.Trim() == label);
        return dialog.Find("#" + named.GetAttribute("for"));
    }

    private static IElement Radio(IRenderedComponent<DialogHost> dialog, string text) =>
        dialog.FindAll(".choice label").Single(label => label.QuerySelector("span")!.TextContent == text).QuerySelector("input")!;
}
