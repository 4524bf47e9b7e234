using Microsoft.AspNetCore.Components;
using Portal.Access;
using Portal.Operations;
using Portal.Web.Access;
using Portal.Web.Ui.Loading;

namespace Portal.Web.Operations;

/// <summary>Follows one operation by the feed; reads it again at most a few times a second, however often it reports.</summary>
public sealed partial class OperationPanel(OperationDesk desk, OperationFeed feed, CurrentActor current, TimeProvider clock) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _left = new();
    private LoadPanel<OperationRecord>? _panel;
    private IDisposable? _subscription;
    private Actor? _actor;
    private bool _ended;
    private int _reading;

    /// <summary>The operation.</summary>
    [Parameter, EditorRequired] public Guid Id { get; set; }

    /// <summary>Whether cancel, resume and undo are offered.</summary>
    [Parameter] public bool ShowControls { get; set; } = true;

    /// <summary>Called once when it has come to an end: done, failed or undone.</summary>
    [Parameter] public EventCallback<OperationRecord> OnEnded { get; set; }

    private OperationDesk Desk => desk;

    private TimeProvider Clock => clock;

    protected override void OnInitialized() => _subscription = feed.Subscribe(Changed);

    private bool Controls(OperationRecord operation) => ShowControls && operation.Status is not (OperationStatus.Succeeded or OperationStatus.Undone or OperationStatus.Undoing);

    private async Task<OperationRecord> LoadAsync(CancellationToken cancellation)
    {
        _actor = await current.GetAsync(cancellation);
        return await desk.GetAsync(_actor, Id, cancellation);
    }

    private Task Loaded(OperationRecord operation)
    {
        if (!operation.IsFinished) _ended = false;
        if (!operation.IsFinished || _ended) return Task.CompletedTask;
        _ended = true;
        return OnEnded.InvokeAsync(operation);
    }

    private void Changed(Guid id)
    {
        if (id == Id && Interlocked.Exchange(ref _reading, 1) == 0) _ = ReloadSoonAsync();
    }

    private async Task ReloadSoonAsync()
    {
        try
        {
            await Task.Delay(Pause, clock, _left.Token);
            Interlocked.Exchange(ref _reading, 0);
            if (_panel is { } panel) await panel.ReloadAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was _left.
            return;
        }
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }
}
