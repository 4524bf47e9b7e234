using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Aws;

namespace Portal.Web.Ui.Forms;

/// <summary>
/// A form that saves: validates the model's annotations, runs <see cref="OnSubmit"/> once at a time, shows its problem above the buttons and its success
/// beside them. The button is disabled only while it runs. A problem whose Field names a
/// property of the model stands under that field.
/// </summary>
/// <example><code>
/// &lt;ActionForm TModel="TenantForm" Model="_form" OnSubmit="SaveAsync" SubmitText="Save" Success="Saved"&gt;
///   &lt;ChildContent&gt;&lt;TextField Label="Name" @bind-Value="_form.Name" /&gt;&lt;/ChildContent&gt;
///   &lt;Actions&gt;&lt;a class="button" href="/tenants"&gt;Cancel&lt;/a&gt;&lt;/Actions&gt;
/// &lt;/ActionForm&gt;
/// </code></example>
public sealed partial class ActionForm<TModel> : ComponentBase, IDisposable where TModel : class
{
    private EditContext? _context;
    private ValidationMessageStore? _messages;
    private CancellationTokenSource? _running;
    private bool _busy;
    private bool _succeeded;
    private bool _refused;
    private bool _disposed;
    private PortalProblem? _problem;

    [CascadingParameter(Name = "Prerendering")] public bool Prerendering { get; set; }

    [Parameter, EditorRequired] public TModel Model { get; set; } = null!;

    /// <summary>Saves. Throws <see cref="PortalProblemException"/> for an expected failure.</summary>
    [Parameter, EditorRequired] public Func<TModel, CancellationToken, Task> OnSubmit { get; set; } = null!;

    [Parameter, EditorRequired] public RenderFragment? ChildContent { get; set; }

    [Parameter] public string SubmitText { get; set; } = "Save";

    [Parameter] public string? BusyText { get; set; }

    /// <summary>Said once it succeeded: "Saved".</summary>
    [Parameter] public string? Success { get; set; }

    /// <summary>Offers "Cancel" while it runs.</summary>
    [Parameter] public bool Cancellable { get; set; }

    /// <summary>Further buttons or links after the submit button.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>Whether data annotations on the model are checked.</summary>
    [Parameter] public bool Annotations { get; set; } = true;

    [Parameter] public string? FormName { get; set; }

    [Parameter] public string? Class { get; set; }

    protected override void OnParametersSet()
    {
        if (_context?.Model == Model) return;
        _context = new EditContext(Model);
        _messages = new ValidationMessageStore(_context);
        _context.OnFieldChanged += (_, change) =>
        {
            _succeeded = false;
            _messages.Clear(change.FieldIdentifier);
        };
    }

    // In a long form the field at fault may be out of sight, so the buttons say that there is one.
    private int Faults => _refused ? _context!.GetValidationMessages().Count() : 0;

    private void Invalid() => (_succeeded, _refused) = (false, true);

    private async Task SubmitAsync()
    {
        if (_busy || _disposed) return;
        _busy = true;
        _succeeded = _refused = false;
        _problem = null;
        _messages!.Clear();
        using var source = new CancellationTokenSource();
        _running = source;
        try
        {
            await OnSubmit(Model, source.Token);
            _succeeded = true;
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // Cancelled by the viewer or by leaving.
        }
        catch (PortalProblemException exception) when (exception.Problem.Field is { } field && typeof(TModel).GetProperty(field) is not null)
        {
            _refused = true;
            _messages.Add(_context!.Field(field), $"{exception.Problem.Sentence} {exception.Problem.Remedy}".TrimEnd());
            _context.NotifyValidationStateChanged();
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

    private Task CancelRunAsync() => _running?.CancelAsync() ?? Task.CompletedTask;

    public void Dispose()
    {
        _disposed = true;
        _running?.Cancel();
    }
}
