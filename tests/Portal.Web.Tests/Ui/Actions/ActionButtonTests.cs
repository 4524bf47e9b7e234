using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Portal.Web.Ui.Actions;

public sealed class ActionButtonTests : UiTest
{
    private readonly List<TaskCompletionSource> _runs = [];
    private CancellationToken _token;

    [Fact]
    public void Click_Twice_RunsOnceAndSaysBusy()
    {
        var button = Show(p => p.Add(x => x.BusyText, "Saving"));
        button.Find("button").Click();
        button.Find("button").Click();
        Assert.Single(_runs);
        Assert.Equal("true", button.Find("button").GetAttribute("aria-busy"));
        Assert.Equal("Saving", button.Find("button").TextContent.Trim());
        _runs[0].SetResult();
        button.WaitForAssertion(() => Assert.Null(button.Find("button").GetAttribute("aria-busy")));
        button.Find("button").Click();
        Assert.Equal(2, _runs.Count);
    }

    [Fact]
    public void Click_ThatSucceeds_SaysSo()
    {
        var button = Show(p => p.Add(x => x.Success, "Saved"));
        button.Find("button").Click();
        _runs[0].SetResult();
        button.WaitForAssertion(() => Assert.Equal("Saved", button.Find("[role=status]").TextContent.Trim()));
    }

    [Fact]
    public void Click_ThatIsRefused_ShowsTheProblemUntilDismissed()
    {
        var button = Show(p => p.Add(x => x.Success, "Saved"));
        button.Find("button").Click();
        _runs[0].SetException(new PortalProblemException(Refusal));
        button.WaitForAssertion(() => Assert.Contains("Grant s3:ListBucket.", button.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", button.Find("[role=status]").TextContent.Trim());
        button.Find("[aria-label=Dismiss]").Click();
        Assert.Empty(button.FindAll("[role=alert]"));
    }

    [Fact]
    public void Cancel_WhileRunning_CancelsTheToken()
    {
        var button = Show(p => p.Add(x => x.Cancellable, true));
        button.Find("button").Click();
        button.FindAll("button")[1].Click();
        Assert.True(_token.IsCancellationRequested);
        _runs[0].SetCanceled(_token);
        button.WaitForAssertion(() => Assert.Single(button.FindAll("button")));
        Assert.Empty(button.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Dispose_WhileRunning_CancelsTheToken()
    {
        var button = Show();
        button.Find("button").Click();
        await DisposeComponentsAsync();
        Assert.True(_token.IsCancellationRequested);
    }

    [Fact]
    public void Render_Disabled_SaysWhy()
    {
        var button = Show(p => p.Add(x => x.Disabled, true).Add(x => x.Why, "Needs the role Administrator"));
        Assert.True(button.Find("button").HasAttribute("disabled"));
        Assert.Equal("Needs the role Administrator", button.Find("button").GetAttribute("title"));
    }

    [Fact]
    public void Render_WhilePrerendering_Waits()
    {
        var outer = Render<CascadingValue<bool>>(p => p.Add(x => x.Name, "Prerendering").Add(x => x.Value, true).AddChildContent<ActionButton>(Fill));
        Assert.True(outer.Find("button").HasAttribute("disabled"));
        Assert.True(outer.Find("button").HasAttribute("data-waiting"));
    }

    private IRenderedComponent<ActionButton> Show(Action<ComponentParameterCollectionBuilder<ActionButton>>? more = null) => Render<ActionButton>(p =>
    {
        Fill(p);
        more?.Invoke(p);
    });

    private void Fill(ComponentParameterCollectionBuilder<ActionButton> p) => p
        .Add(x => x.ChildContent, Text("Save"))
        .Add(x => x.OnClick, cancellation =>
        {
            var run = new TaskCompletionSource();
            _runs.Add(run);
            _token = cancellation;
            return run.Task;
        });
}
