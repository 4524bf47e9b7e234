using Microsoft.AspNetCore.Authorization;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>As long as there is no user, every page leads to the set-up, and once there is one, the set-up leads to the sign-in.</summary>
internal sealed class SetupGate(RequestDelegate next, FirstAdministrator first)
{
    public const string Path = "/setup";

    public async Task InvokeAsync(HttpContext context)
    {
        var visitsSetup = context.Request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);
        var needed = await first.IsNeededAsync(context.RequestAborted);
        if (needed && !visitsSetup && !IsOpen(context))
        {
            if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(Path);
            else context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!needed && visitsSetup)
        {
            context.Response.Redirect("/sign-in");
        }
        else
        {
            await next(context);
        }
    }

    // Assets and health are for everybody; the sign-in is too, but without users it would be a dead end.
    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null && !context.Request.Path.Equals("/sign-in", StringComparison.OrdinalIgnoreCase);
}
