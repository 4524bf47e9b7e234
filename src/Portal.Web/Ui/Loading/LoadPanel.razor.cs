using Microsoft.AspNetCore.Components;
using Portal.Aws;

namespace Portal.Web.Ui.Loading;

/// <summary>
/// Reads something and shows it: a skeleton first, then the content, an empty state, a problem with "Try again", or "not for this account". It loads
/// again when <see cref="Key"/> changes or <see cref="ReloadAsync"/> is called, keeping the old content meanwhile; a running load is cancelled
/// by the next one and when the page is left. Nothing is read while the page is prerendered. Anything but an expected failure (<see cref="AwsFaults.ProblemOf"/>)
/// is a bug and goes to the error boundary.
/// </summary>
/// <example><code>
/// &lt;LoadPanel @ref="_tenants" T="IReadOnlyList&lt;Tenant&gt;" Label="tenants" Load="t => list.AllAsync(t)" Key="filter"
///            IsEmpty="all => all.Count == 0" Shape="SkeletonShape.Rows"&gt;
///   &lt;ChildContent Context="tenants"&gt; … &lt;/ChildContent&gt;
///   &lt;Empty&gt;&lt;EmptyState Title="No tenants yet"&gt; … &lt;/EmptyState&gt;&lt;/Empty&gt;
/// &lt;/LoadPanel&gt;
/// </code></example>
public sealed partial class LoadPanel<T> : ComponentBase, IDisposable
{
    private CancellationTokenSource? _running;
    private bool _started;
    private bool _disposed;
    private object? _key;
    private bool _busy;
    private bool _hasValue;
    private T? _value;
    private PortalProblem? _problem;

    [CascadingParameter(Name = "Prerendering")] public bool Prerendering { get; set; }

    /// <summary>Reads the value. Throws <see cref="PortalProblemException"/> for an expected failure.</summary>
    [Parameter, EditorRequired] public Func<CancellationToken, Task<T>> Load { get; set; } = null!;

    /// <summary>What the load depends on; a record or tuple when it is several things. Another key starts from a skeleton again.</summary>
    [Parameter] public object? Key { get; set; }

    /// <summary>Whether another <see cref="Key"/> keeps the old content until the new one is there.</summary>
    [Parameter] public bool KeepWhileKeyChanges { get; set; }

    /// <summary>What is loaded, in lower case, for screen readers: "tenants".</summary>
    [Parameter] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public RenderFragment<T> ChildContent { get; set; } = null!;

    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public Func<T, bool>? IsEmpty { get; set; }

    /// <summary>A skeleton of one's own, in place of <see cref="Shape"/>.</summary>
    [Parameter] public RenderFragment? Loading { get; set; }

    [Parameter] public SkeletonShape Shape { get; set; }

    /// <summary>Lines, rows or cards of the skeleton.</summary>
    [Parameter] public int Rows { get; set; } = 4;

    /// <summary>Class of the element around the content.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Title of the page, where its header stands within the content: it heads the problem when there is no content.</summary>
    [Parameter] public string? Page { get; set; }

    /// <summary>Called with every value read.</summary>
    [Parameter] public EventCallback<T> OnLoaded { get; set; }

    /// <summary>The value last read, if any.</summary>
    public T? Value => _value;

    /// <summary>Reads again and keeps the old content meanwhile. Safe from any thread.</summary>
    public Task ReloadAsync() => _disposed ? Task.CompletedTask : InvokeAsync(RunAsync);

    protected override Task OnParametersSetAsync()
    {
        // A prerendered page is rendered again at once by its circuit: reading here would read everything twice.
        if (Prerendering) return Task.CompletedTask;
        if (_started && Equals(_key, Key)) return Task.CompletedTask;
        if (_started && !KeepWhileKeyChanges) _hasValue = false;
        _started = true;
        _key = Key;
        return RunAsync();
    }

    private async Task RunAsync()
    {
        if (_disposed) return;
        if (_running is not null) await _running.CancelAsync();
        using var source = new CancellationTokenSource();
        _running = source;
        _busy = true;
        StateHasChanged();
        try
        {
            var value = await Load(source.Token);
            if (_running != source) return;
            _value = value;
            _hasValue = true;
            _problem = null;
            await OnLoaded.InvokeAsync(value);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // A later load took over, or the page was left.
        }
        catch (Exception exception) when (_running == source && AwsFaults.ProblemOf(exception) is { } problem)
        {
            _problem = problem;
            // What the viewer no longer may see goes away at once.
            if (problem.Kind is ProblemKind.Forbidden or ProblemKind.NotFound) _hasValue = false;
        }
        catch (Exception exception) when (_running != source && AwsFaults.ProblemOf(exception) is not null)
        {
            // Of a load that is no longer of interest.
        }
        finally
        {
            if (_running == source)
            {
                _running = null;
                _busy = false;
                if (!_disposed) StateHasChanged();
            }
        }
    }

    public void Dispose()
    {
        _disposed = true;
        var running = _running;
        _running = null;
        running?.Cancel();
    }
}
