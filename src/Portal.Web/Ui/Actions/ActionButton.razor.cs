using Microsoft.AspNetCore.Components;
using Portal.Aws;

namespace Portal.Web.Ui.Actions;

/// <summary>
/// A button that does something which may take time or fail: a second click is ignored while it runs (it keeps the focus), an expected failure
/// (<see cref="AwsFaults.ProblemOf"/>) stands beside it, success is said in words, leaving the page cancels the token. Other exceptions are bugs and
/// go to the error boundary.
/// </summary>
/// <example><code>&lt;ActionButton OnClick="t => sync.StartAsync(id, t)" Variant="ButtonVariant.Primary" Success="Queued"&gt;Start sync&lt;/ActionButton&gt;</code></example>
public sealed partial class ActionButton : ComponentBase, IDisposable
{
    private CancellationTokenSource? _running;
    private bool _busy;
    private bool _succeeded;
    private bool _disposed;
    private PortalProblem? _problem;

    [CascadingParameter(Name = "Prerendering")] public bool Prerendering { get; set; }

    [Parameter, EditorRequired] public Func<CancellationToken, Task> OnClick { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment? ChildContent { get; set; }

    [Parameter] public ButtonVariant Variant { get; set; }

    [Parameter] public bool Small { get; set; }

    [Parameter] public IconName Icon { get; set; }

    /// <summary>Replaces the label while it runs: "Saving".</summary>
    [Parameter] public string? BusyText { get; set; }

    /// <summary>Said beside the button once it succeeded: "Saved".</summary>
    [Parameter] public string? Success { get; set; }

    /// <summary>Offers "Cancel" while it runs.</summary>
    [Parameter] public bool Cancellable { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Why it is disabled, shown on hover.</summary>
    [Parameter] public string? Why { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>Further attributes of the button, such as aria-label.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string Css => (Variant == ButtonVariant.Default ? "" : "button-" + Variant.ToString().ToLowerInvariant()) + (Small ? " button-small" : "");

    /// <summary>Does what a click does: for a key that stands for the button.</summary>
    public Task PressAsync() => Disabled || Prerendering ? Task.CompletedTask : InvokeAsync(async () =>
    {
        var running = RunAsync();
        StateHasChanged();
        await running;
        StateHasChanged();
    });

    private async Task RunAsync()
    {
        if (_busy || _disposed) return;
        _busy = true;
        _succeeded = false;
        _problem = null;
        using var source = new CancellationTokenSource();
        _running = source;
        try
        {
            await OnClick(source.Token);
            _succeeded = true;
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // Cancelled by the viewer or by leaving.
        }
        catch (Exception exception) when (AwsFaults.ProblemOf(exception) is { } problem)
        {
            _problem = problem;
        }
        finally
        {
            _running = null;
            _busy = false;
        }
    }

    private Task CancelAsync() => _running?.CancelAsync() ?? Task.CompletedTask;

    public void Dispose()
    {
        _disposed = true;
        _running?.Cancel();
    }
}
