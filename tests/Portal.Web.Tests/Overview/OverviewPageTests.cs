using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Ask;
using Portal.KnowledgeBases;
using Portal.KnowledgeBases.Sync;
using Portal.LocalCloud.Pipeline;
using Portal.Operations;
using Portal.Web.Access;
using Xunit;

namespace Portal.Web.Overview;

public sealed class OverviewPageTests : PageTest
{
    [Fact]
    public void AnEmptyPortal_TeachesTheNextStep()
    {
        var page = Show();

        page.WaitForAssertion(() =>
        {
            Assert.Contains("No knowledge base yet", page.Markup, StringComparison.Ordinal);
            Assert.Contains("Nothing waits for you", page.Markup, StringComparison.Ordinal);
            Assert.Contains("Nothing is running.", page.Markup, StringComparison.Ordinal);
        });
        Assert.Equal("/tenants/new", page.Find("a.button-primary").GetAttribute("href"));
    }

    [Fact]
    public void AViewer_IsOfferedNothingToAdd()
    {
        As(PortalRole.Viewer);
        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Chunks withheld", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a.button-primary"));
    }

    [Fact]
    public void AnOperator_SeesNeitherKnowledgeBasesNorIncidents()
    {
        As(PortalRole.Operator);
        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Nothing is running.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Chunks withheld", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("All knowledge bases", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void WhenAwsRefusesKnowledgeBases_OnlyThatPartFails()
    {
        Portal.Cloud.Faults.Arm(new ArmedFault { On = "ListKnowledgeBases", Kind = FaultKind.Deny });
        var page = Show();

        page.WaitForAssertion(() =>
        {
            Assert.Contains("lacks a permission", page.Markup, StringComparison.Ordinal);
            Assert.Contains("AccessDeniedException", page.Markup, StringComparison.Ordinal);
            Assert.Contains("Nothing is running.", page.Markup, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("document.upload", "customer-data/CustomerA/policies/guide.md", "guide.md uploaded")]
    [InlineData("tenant.suspend", "customera", "Tenant customera suspended")]
    [InlineData("something.new", "x", "something.new: x")]
    public void Activity_IsSaidInWords(string action, string subject, string expected) =>
        Assert.Equal(expected, ActivityWords.Sentence(new AuditEntry { Email = "", Action = action, Subject = subject }));

    private IRenderedComponent<OverviewPage> Show()
    {
        Services.AddSingleton(Portal.Get<OperationDesk>()).AddSingleton(Portal.Get<OperationFeed>()).AddSingleton(Portal.Get<IncidentLedger>());
        Services.AddSingleton(Portal.Get<KnowledgeBaseCatalog>()).AddSingleton(Portal.Get<SyncHistory>()).AddSingleton(Portal.Get<AuditReader>());
        Services.AddScoped<OverviewReader>();
        return Render<OverviewPage>();
    }
}
