using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Portal.Web.Shell;

/// <summary>
/// The document. Pages are prerendered (the frame is there with the first bytes) and become interactive; data is read once, by the circuit. Pages
/// that are <see cref="ExcludeFromInteractiveRoutingAttribute"/> (sign-in, set-up) stay plain HTML. Theme and time zone come from cookies, so that
/// the first paint is already right.
/// </summary>
public sealed partial class App
{
    private static readonly InteractiveServerRenderMode _interactive = new(prerender: true);

    [CascadingParameter] public HttpContext? Context { get; set; }

    private IComponentRenderMode? Mode => Context?.AcceptsInteractiveRouting() == true ? _interactive : null;

    private string? Theme => Context?.Request.Cookies["portal-theme"] is "light" or "dark" ? Context.Request.Cookies["portal-theme"] : null;

    private string? Zone => Context?.Request.Cookies["portal-zone"];
}
