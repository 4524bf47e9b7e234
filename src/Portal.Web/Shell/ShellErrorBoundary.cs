using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace Portal.Web.Shell;

/// <summary>Keeps the frame when a page fails, logs the failure under an id and shows that id. Going to another page starts afresh.</summary>
public sealed class ShellErrorBoundary(ILogger<ShellErrorBoundary> log, NavigationManager navigation) : ErrorBoundaryBase, IDisposable
{
    private string _id = "";

    protected override void OnInitialized() => navigation.LocationChanged += Leave;

    protected override Task OnErrorAsync(Exception exception)
    {
        ShellLog.PageFailed(log, exception, _id, new Uri(navigation.Uri).AbsolutePath);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        if (_id.Length == 0) _id = Guid.NewGuid().ToString("N")[..12];
        builder.OpenComponent<ErrorPanel>(1);
        builder.AddComponentParameter(2, nameof(ErrorPanel.CorrelationId), _id);
        builder.AddComponentParameter(3, nameof(ErrorPanel.Recover), EventCallback.Factory.Create(this, Again));
        builder.CloseComponent();
    }

    private void Again()
    {
        _id = "";
        Recover();
    }

    private void Leave(object? sender, LocationChangedEventArgs e)
    {
        if (CurrentException is not null) _ = InvokeAsync(Again);
    }

    public void Dispose() => navigation.LocationChanged -= Leave;
}
