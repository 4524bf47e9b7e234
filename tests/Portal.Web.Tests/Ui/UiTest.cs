using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Ui.Actions;
using Portal.Web.Ui.Values;

namespace Portal.Web.Ui;

/// <summary>Base of component tests: the scoped things of the frame, and a browser that answers every call with nothing.</summary>
public abstract class UiTest : BunitContext
{
    protected UiTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<ViewerZone>().AddScoped<Dialogs.Dialogs>().AddScoped<Toasts>();
    }

    protected static PortalProblem Refusal { get; } =
        new("AccessDeniedException", "AWS refused to list the bucket.", "Grant s3:ListBucket.", ProblemKind.Service, "req-1");

    protected static RenderFragment Text(string text) => builder => builder.AddContent(0, text);
}
