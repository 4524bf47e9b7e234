using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>The sign-in cookie: honoured as long as the database says so, asked at every request.</summary>
internal sealed class SessionCookie(ActorDirectory actors) : CookieAuthenticationEvents
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "portal-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        // On a bare http://localhost a Secure cookie would never come back.
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.EventsType = typeof(SessionCookie);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var standing = Standing.UserIdOf(context.Principal) is { } id ? await actors.FindStandingAsync(id, context.HttpContext.RequestAborted) : null;
        if (standing?.Honours(context.Principal!) != true)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else if (!standing.IsUnchangedSince(context.Principal!))
        {
            context.ReplacePrincipal(standing.ToPrincipal());
            context.ShouldRenew = true;
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPageVisit(context.Request)) return base.RedirectToLogin(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Scripts get a status that they can act on; only a person is led to a form.
    private static bool IsPageVisit(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
