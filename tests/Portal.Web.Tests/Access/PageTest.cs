using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Access;
using Portal.Aws;
using Portal.Settings;
using Portal.Settings.Preflight;
using Portal.Tenants;
using Portal.Web.Ui;
using Portal.Web.Ui.Dialogs;
using Xunit;

namespace Portal.Web.Access;

/// <summary>Base of page tests: components without a browser over the real behaviour, database and cloud.</summary>
public abstract class PageTest : UiTest, IAsyncLifetime
{
    protected PageTest() => this.AddAuthorization().SetAuthorized(WebPortal.Email);

    internal WebPortal Portal { get; private set; } = null!;

    protected static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Who looks; the administrator unless a test says otherwise.</summary>
    protected Actor Viewer { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await WebPortal.StartSetUpAsync();
        Viewer = await Portal.AdministratorAsync();
        Services.AddSingleton(new CurrentActor(_ => Task.FromResult<Actor?>(Viewer)));
        Services.AddSingleton(Portal.Get<UserDirectory>()).AddSingleton(Portal.Get<TenantDirectory>()).AddSingleton(Portal.Get<WorkspaceStore>());
        Services.AddSingleton(Portal.Get<ConnectionGuard>()).AddSingleton(Portal.Get<AwsOptions>()).AddSingleton(Portal.Get<PreflightInspector>());
    }

    protected Actor As(PortalRole role) => Viewer = new Actor(Guid.NewGuid(), "someone@example.com", role, new HashSet<Guid>());

    internal IRenderedComponent<DialogHost> RenderDialogs() => Render<DialogHost>();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        if (Portal is not null) await Portal.DisposeAsync();
    }
}
