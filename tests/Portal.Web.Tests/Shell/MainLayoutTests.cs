using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Web.Ui;
using Xunit;

namespace Portal.Web.Shell;

public sealed class MainLayoutTests : UiTest
{
    private readonly CloudState _cloud = new();
    private IReadOnlyList<TenantLink> _tenants = [new("customera", "CustomerA"), new("customerb", "CustomerB")];

    public MainLayoutTests()
    {
        Services.AddSingleton(_cloud).AddSingleton<NavMap>();
        Services.AddNav(
            new("Overview", "/", IconName.Overview, NavGroup.Top, Tab: true),
            new("Tenants", "/tenants", IconName.Tenants, NavGroup.Tenants, Needs: Permission.ReadTenant, Tab: true),
            new("Settings", "/settings", IconName.Gear, NavGroup.Portal, Needs: Permission.ReadSettings));
        Services.AddScoped<ActorOfCircuit>(_ => _ => Task.FromResult<Actor?>(new(Guid.NewGuid(), "pat.engel@example.com", PortalRole.Operator, new HashSet<Guid>())));
        Services.AddScoped<VisibleTenants>(_ => _ => Task.FromResult(_tenants));
        ComponentFactories.AddStub<Microsoft.AspNetCore.Components.Forms.AntiforgeryToken>();
    }

    [Fact]
    public void Render_ForAnOperator_ShowsOnlyWhatHeMayOpen()
    {
        var layout = Show();
        Assert.Equal(["Overview", "Tenants"], layout.FindAll(".side li a").Select(link => link.TextContent.Trim()));
        Assert.Contains("pat.engel@example.com", layout.Markup, StringComparison.Ordinal);
        Assert.Equal("PE", layout.Find(".who").GetAttribute("data-initials"));
        Assert.Equal("/sign-out", layout.Find("form").GetAttribute("action"));
    }

    [Fact]
    public void Navigate_MarksThePageAndTheTenant()
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/tenants/customerb/documents");
        var layout = Show();
        Assert.Equal("Tenants", layout.Find(".side [aria-current=page]").TextContent.Trim());
        layout.WaitForAssertion(() => Assert.Contains("CustomerB", layout.Find(".top summary").TextContent, StringComparison.Ordinal));
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/");
        layout.WaitForAssertion(() => Assert.Contains("All tenants", layout.Find(".top summary").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CloudKind.Local, "LocalCloud · us-east-1", "cloud-local")]
    [InlineData(CloudKind.Aws, "AWS · us-east-1", "cloud-aws")]
    [InlineData(CloudKind.Foreign, "AWS · us-east-1", "cloud-foreign")]
    public void Banner_WhenTheCloudChanges_SaysWhichItIs(CloudKind kind, string words, string css)
    {
        var layout = Show();
        _cloud.Show(new CloudBanner(kind, "us-east-1", "123456789012"));
        layout.WaitForAssertion(() => Assert.Contains(words, layout.Find("." + css).TextContent, StringComparison.Ordinal));
        Assert.Contains("123456789012", layout.Find(".cloud").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ThatFails_KeepsTheFrameAndNamesAnIdUntilLeft()
    {
        var layout = Show(builder =>
        {
            builder.OpenComponent<Failing>(0);
            builder.CloseComponent();
        });
        Assert.Equal("This page failed", layout.Find("main h1").TextContent);
        Assert.Matches("^[0-9a-f]{12}$", layout.Find("main code").TextContent);
        Assert.NotEmpty(layout.FindAll(".side li"));
        Failing.Fails = false;
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/tenants");
        layout.WaitForAssertion(() => Assert.Equal("fine", layout.Find("main").TextContent.Trim()));
        Failing.Fails = true;
    }

    [Fact]
    public void Render_WhilePrerendering_DoesNotAskForTenants()
    {
        Services.AddScoped<VisibleTenants>(_ => _ => throw new InvalidOperationException("asked while prerendering"));
        var outer = Render<CascadingValue<bool>>(p => p.Add(x => x.Name, "Prerendering").Add(x => x.Value, true).AddChildContent<MainLayout>(l => l.Add(x => x.Body, Text("page"))));
        Assert.Equal("page", outer.Find("main").TextContent.Trim());
    }

    private IRenderedComponent<MainLayout> Show(RenderFragment? body = null) => Render<MainLayout>(p => p.Add(x => x.Body, body ?? Text("page")));

    private sealed class Failing : ComponentBase
    {
        public static bool Fails { get; set; } = true;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (Fails) throw new InvalidOperationException("bug");
            builder.AddContent(0, "fine");
        }
    }
}
