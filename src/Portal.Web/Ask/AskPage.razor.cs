using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Portal.Access;
using Portal.Ask;
using Portal.Ask.Native;
using Portal.Ask.Safe;
using Portal.KnowledgeBases.Sync;
using Portal.Tenants;
using Portal.Web.Access;
using Portal.Web.Ui;
using Portal.Web.Ui.Actions;
using Portal.Web.Ui.Loading;
using Portal.Web.Ui.Page;

namespace Portal.Web.Ask;

/// <summary>Questions as one tenant.</summary>
public sealed partial class AskPage(
    TenantDirectory directory, FilterGrounds grounds, SafeAsker safe, NativeAsker native, AskSessions sessions, IncidentLedger ledger, SyncHistory syncs, CurrentActor current,
    NavigationManager navigation, TimeProvider clock, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    // Text comes in small pieces; the eye does not need each of them.
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(60);

    private readonly JsModule module = new(js, "./Ask/AskPage.razor.js");
    private LoadPanel<AskHome>? _panel;
    private ActionButton? _ask;
    private FilterDraft _draft = new();
    private AskMode _mode;
    private string? _text;
    private int _results = Question.UsualResults;
    private AskRun? _run;
    private int? _opened;
    private PortalProblem? _malformed;

    [Parameter] public string Slug { get; set; } = "";

    private string LinkWithQuestion => (State with { Text = _text }).To(QueryState.Of("")).Uri(navigation.Uri);

    private AskState State => new(null, _mode, _results, _draft.ToAddress());

    protected override void OnInitialized()
    {
        var state = AskState.From(QueryState.Of(navigation.Uri));
        (_text, _mode, _results) = (state.Text, state.Mode, state.NumberOfResults);
        (_draft, _malformed) = state.ReadFilter();
    }

    public ValueTask DisposeAsync() => module.DisposeAsync();

    private async Task<AskHome> LoadAsync(CancellationToken cancellation)
    {
        var actor = await current.GetAsync(cancellation);
        var scope = await directory.ScopeAsync(actor, Slug, Permission.AskAsTenant, cancellation);
        var ground = await grounds.OfAsync(scope, cancellation);
        var latest = await syncs.LatestAsync(scope, cancellation);
        var incidents = actor.May(Permission.ReadAudit) ? await ledger.ListAsync(actor, scope.Tenant.Id, 20, cancellation) : [];
        return new AskHome(scope, ground, latest is not null, incidents);
    }

    private RequestPreview Preview(AskHome home) => RequestPreview.Of(home.Scope, _mode, AsQuestion());

    private Question AsQuestion() => new(_text ?? "", _results, _draft.ToFilter());

    private void Choose(AskMode mode)
    {
        _mode = mode;
        Refresh();
    }

    /// <summary>The filter, mode and number of results go into the address; the question does not.</summary>
    private void Refresh() => navigation.NavigateTo(State.To(QueryState.Of("")).Uri(navigation.Uri), replace: true);

    private Task KeyAsync(KeyboardEventArgs pressed) =>
        pressed is { Key: "Enter", CtrlKey: true } or { Key: "Enter", MetaKey: true } && _ask is { } button ? button.PressAsync() : Task.CompletedTask;

    private async Task AskAsync(CancellationToken cancellation)
    {
        var question = AsQuestion();
        question.Demand();
        var scope = await directory.ScopeAsync(await current.GetAsync(cancellation), Slug, Permission.AskAsTenant, cancellation);
        var run = new AskRun(_mode, clock);
        (_run, _opened) = (run, null);
        StateHasChanged();
        try
        {
            if (_mode == AskMode.Native) run.Take(await native.AskAsync(scope, question, cancellation));
            else await FollowAsync(run, scope, question, cancellation);
        }
        finally
        {
            // Cancelled, or refused: the button says why.
            if (!run.IsEnded) run.Stop();
            StateHasChanged();
        }
    }

    private async Task FollowAsync(AskRun run, TenantScope scope, Question question, CancellationToken cancellation)
    {
        var shown = clock.GetTimestamp();
        await foreach (var happened in safe.AskAsync(scope, question, cancellation))
        {
            run.Take(happened);
            if (happened is AnswerText && clock.GetElapsedTime(shown) < Frame) continue;
            StateHasChanged();
            shown = clock.GetTimestamp();
            // Lets the browser have it before the next piece is read.
            await Task.Yield();
        }
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        var scope = await directory.ScopeAsync(await current.GetAsync(cancellation), Slug, Permission.AskAsTenant, cancellation);
        await sessions.ForgetAsync(scope, cancellation: cancellation);
    }

    private async Task OpenAsync(int number)
    {
        _opened = number;
        StateHasChanged();
        await module.CallAsync("reveal", $"source-{number}");
    }
}
