using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Portal.Web.Ui.Loading;

public sealed class LoadPanelTests : UiTest
{
    private readonly List<TaskCompletionSource<string>> _loads = [];
    private readonly List<CancellationToken> _tokens = [];

    [Fact]
    public void Render_BeforeTheValue_ShowsASkeletonThenTheContent()
    {
        var panel = Show();
        Assert.Equal("Loading tenants", panel.Find("[role=status]").GetAttribute("aria-label"));
        _loads[0].SetResult("seven");
        panel.WaitForAssertion(() => Assert.Equal("got seven", panel.Find(".loaded").TextContent.Trim()));
        Assert.Empty(panel.FindAll(".skeleton"));
    }

    [Fact]
    public void Render_OfAnEmptyValue_ShowsTheEmptyState()
    {
        var panel = Show(p => p.Add(x => x.IsEmpty, value => value.Length == 0).Add(x => x.Empty, Text("none yet")));
        _loads[0].SetResult("");
        panel.WaitForAssertion(() => Assert.Equal("none yet", panel.Find(".loaded").TextContent.Trim()));
    }

    [Fact]
    public void Load_ThatIsRefused_ShowsTheProblemAndTryAgainLoads()
    {
        var panel = Show();
        _loads[0].SetException(new PortalProblemException(Refusal));
        panel.WaitForAssertion(() => Assert.Contains("AWS refused to list the bucket.", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("req-1", panel.Markup, StringComparison.Ordinal);
        panel.Find("button").Click();
        _loads[1].SetResult("ok");
        panel.WaitForAssertion(() => Assert.Equal("got ok", panel.Find(".loaded").TextContent.Trim()));
    }

    [Fact]
    public async Task Load_ThatIsForbiddenOnReload_TakesTheContentAway()
    {
        var panel = Show();
        _loads[0].SetResult("secret");
        panel.WaitForAssertion(() => Assert.Contains("secret", panel.Markup, StringComparison.Ordinal));
        var reload = panel.Instance.ReloadAsync();
        panel.WaitForAssertion(() => Assert.Equal(2, _loads.Count));
        _loads[1].SetException(new PortalProblemException(PortalProblem.Forbidden("the role Administrator")));
        await reload;
        panel.WaitForAssertion(() => Assert.DoesNotContain("secret", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("the role Administrator", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_WhileItRuns_KeepsTheOldContentAndSaysBusy()
    {
        var panel = Show();
        _loads[0].SetResult("one");
        var reload = panel.Instance.ReloadAsync();
        panel.WaitForAssertion(() => Assert.Equal(2, _loads.Count));
        panel.WaitForAssertion(() => Assert.Equal("true", panel.Find(".loaded").GetAttribute("aria-busy")));
        Assert.Contains("got one", panel.Markup, StringComparison.Ordinal);
        _loads[1].SetResult("two");
        await reload;
        panel.WaitForAssertion(() => Assert.Contains("got two", panel.Markup, StringComparison.Ordinal));
        Assert.Null(panel.Find(".loaded").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task Reload_ThatIsRefused_KeepsTheOldContentBesideTheProblem()
    {
        var panel = Show();
        _loads[0].SetResult("one");
        var reload = panel.Instance.ReloadAsync();
        panel.WaitForAssertion(() => Assert.Equal(2, _loads.Count));
        _loads[1].SetException(new PortalProblemException(Refusal));
        await reload;
        panel.WaitForAssertion(() => Assert.Contains("AccessDeniedException", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("got one", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ThatChanges_CancelsTheRunningLoadAndIgnoresItsResult()
    {
        var panel = Show(p => p.Add(x => x.Key, "a"));
        panel.Render(p => p.Add(x => x.Key, "b"));
        Assert.True(_tokens[0].IsCancellationRequested);
        _loads[1].SetResult("of b");
        _loads[0].SetResult("of a");
        panel.WaitForAssertion(() => Assert.Equal("got of b", panel.Find(".loaded").TextContent.Trim()));
    }

    [Fact]
    public void Key_ThatStays_DoesNotLoadAgain()
    {
        var panel = Show(p => p.Add(x => x.Key, (1, "a")));
        _loads[0].SetResult("x");
        panel.Render(p => p.Add(x => x.Key, (1, "a")));
        Assert.Single(_loads);
    }

    [Fact]
    public async Task Dispose_WhileLoading_Cancels()
    {
        Show();
        await DisposeComponentsAsync();
        Assert.True(_tokens[0].IsCancellationRequested);
    }

    [Fact]
    public void Load_WithABug_FliesToTheErrorBoundary()
    {
        var panel = Show();
        _loads[0].SetException(new InvalidOperationException("bug"));
        Assert.True(SpinUntilFaulted(panel));
    }

    [Fact]
    public void Render_WhilePrerendering_LoadsNothing()
    {
        var outer = Render<CascadingValue<bool>>(p => p.Add(x => x.Name, "Prerendering").Add(x => x.Value, true).AddChildContent<LoadPanel<string>>(Fill));
        Assert.Empty(_loads);
        Assert.NotNull(outer.Find(".skeleton"));
    }

    private bool SpinUntilFaulted(IRenderedComponent<LoadPanel<string>> panel)
    {
        try
        {
            panel.WaitForState(() => Renderer.UnhandledException.IsFaulted || Renderer.UnhandledException.IsCompleted);
        }
        catch (InvalidOperationException bug)
        {
            return bug.Message == "bug";
        }
        return true;
    }

    private IRenderedComponent<LoadPanel<string>> Show(Action<ComponentParameterCollectionBuilder<LoadPanel<string>>>? more = null) =>
        Render<LoadPanel<string>>(p =>
        {
            Fill(p);
            more?.Invoke(p);
        });

    private void Fill(ComponentParameterCollectionBuilder<LoadPanel<string>> p) => p
        .Add(x => x.Label, "tenants")
        .Add(x => x.Load, cancellation =>
        {
            var load = new TaskCompletionSource<string>();
            _loads.Add(load);
            _tokens.Add(cancellation);
            return load.Task;
        })
        .Add(x => x.ChildContent, value => Text("got " + value));
}
