using AngleSharp.Dom;
using Bunit;
using Portal.Access;
using Portal.Aws;
using Portal.Settings;
using Portal.Web.Access;
using Xunit;

namespace Portal.Web.Settings;

public sealed class SettingsPagesTests : PageTest
{
    [Fact]
    public async Task Save_AnotherAnswerModel_IsKeptAndSaid()
    {
        var page = Render<SettingsPage>();
        page.WaitForElement("form");
        Field(page, "Answer model").Change("amazon.nova-lite-v1:0");
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Saved", page.Find("form [role=status]").TextContent.Trim()));
        Assert.Equal("amazon.nova-lite-v1:0", (await WorkspaceAsync()).AnswerModelId);
    }

    [Theory]
    [InlineData("Bucket", "Not A Bucket", "S3 does not allow this bucket name.")]
    [InlineData("Bucket", "", "Name the bucket")]
    [InlineData("Tenant attribute key", "_customer", "reserves such keys")]
    [InlineData("Knowledge base role ARN", "role", "not the ARN of a role")]
    [InlineData("Shared knowledge base", "x", "not the id of a knowledge base")]
    public async Task Save_AWrongValue_SaysSoUnderItsField(string label, string value, string expected)
    {
        var before = (await WorkspaceAsync()).Bucket;
        var page = Render<SettingsPage>();
        page.WaitForElement("form");
        Field(page, label).Change(value);
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(expected, Assert.Single(page.FindAll(".field-error")).TextContent, StringComparison.Ordinal));
        Assert.Equal("true", Field(page, label).GetAttribute("aria-invalid"));
        Assert.Equal(before, (await WorkspaceAsync()).Bucket);
    }

    [Fact]
    public void AViewer_SeesFactsAndNoForm()
    {
        As(PortalRole.Viewer);
        var page = Render<SettingsPage>();
        page.WaitForAssertion(() => Assert.Contains("portal-workspace", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        Assert.DoesNotContain(page.FindAll(".tabs a"), tab => tab.TextContent.Trim() == "Users");
    }

    [Fact]
    public void AnOperator_SeesNothing()
    {
        As(PortalRole.Operator);
        var page = Render<SettingsPage>();
        page.WaitForAssertion(() => Assert.Contains("You do not have the right", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("portal-workspace", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_NamesAccountRegionAndCaller()
    {
        var page = Render<SettingsPage>();
        page.WaitForAssertion(() =>
        {
            var facts = page.Find("section[aria-label=Connection]").TextContent;
            Assert.Contains("000000000000", facts, StringComparison.Ordinal);
            Assert.Contains("us-east-1", facts, StringComparison.Ordinal);
            Assert.Contains("arn:aws:iam::000000000000:", facts, StringComparison.Ordinal);
            Assert.Contains("Writable", facts, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Preflight_ShowsEachCheckWithItsPermission()
    {
        var page = Render<PreflightPage>();
        page.WaitForAssertion(
            () =>
            {
                var lines = page.FindAll(".preflight > li");
                Assert.Contains(lines, line => line.TextContent.Contains("s3:ListBucket", StringComparison.Ordinal) && line.TextContent.Contains("Passed", StringComparison.Ordinal));
                Assert.Contains(lines, line => line.TextContent.Contains("iam:PassRole", StringComparison.Ordinal) && line.TextContent.Contains("Cannot be checked", StringComparison.Ordinal));
            },
            TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Policy_IsShownWithACopyButtonAndReasons()
    {
        var page = Render<PolicyPage>();
        page.WaitForAssertion(() => Assert.Contains("\"iam:PassedToService\": \"bedrock.amazonaws.com\"", page.Find("pre").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(".code button[data-copy-from]"));
        Assert.Equal(page.Find("pre").TextContent.Split("\"Sid\"").Length - 1, page.FindAll(".policy-notes dt").Count);
    }

    private async Task<Workspace> WorkspaceAsync() =>
        await Portal.Get<WorkspaceStore>().GetAsync(await Portal.Get<ConnectionGuard>().CurrentAsync(Cancellation), Cancellation);

    private static IElement Field(IRenderedComponent<SettingsPage> page, string label)
    {
        var named = page.FindAll("label").Single(element => element.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));
        return page.Find("#" + named.GetAttribute("for"));
    }
}
