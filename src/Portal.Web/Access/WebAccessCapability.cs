using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Access;
using Portal.Web.Shell;

namespace Portal.Web.Access;

public static class WebAccessCapability
{
    /// <summary>Cookie, policies, the actor of circuits and requests. After AddShell and AddAccess.</summary>
    public static IServiceCollection AddWebAccess(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(Standing.Scheme).AddCookie(Standing.Scheme, SessionCookie.Configure);
        services.AddAuthorization(StandingRequirement.AddPolicies);
        services.AddSingleton<IAuthorizationHandler, StandingHandler>();
        services.AddSingleton<AttemptLimiter>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "portal-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // SecurityHeaders says it for every response.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.RemoveAll<AuthenticationStateProvider>();
        services.AddScoped<CircuitSession>().AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<CircuitSession>());
        services.AddScoped(MakeCurrentActor);
        services.AddScoped<ActorOfCircuit>(provider => provider.GetRequiredService<CurrentActor>().FindAsync);
        return services;
    }

    /// <summary>Authentication, the gate of the first start and authorisation; before UseAntiforgery.</summary>
    public static WebApplication UseWebAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<SetupGate>();
        app.UseAuthorization();
        return app;
    }

    /// <summary>POST /sign-out. The pages map themselves.</summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/sign-out", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInDesk desk)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest("The form was not sent by this portal. Go back, reload the page and try again.");
        if (Standing.UserIdOf(context.User) is { } id)
        {
            await context.SignOutAsync(Standing.Scheme);
            await desk.SignOutAsync(id, context.RequestAborted);
        }

        return Results.LocalRedirect("/sign-in");
    }

    private static CurrentActor MakeCurrentActor(IServiceProvider provider)
    {
        var session = provider.GetRequiredService<CircuitSession>();
        var request = provider.GetRequiredService<IHttpContextAccessor>();
        var actors = provider.GetRequiredService<ActorDirectory>();
        return new CurrentActor(async cancellation =>
        {
            var user = await session.FindUserAsync() ?? request.HttpContext?.User;
            if (user is null || Standing.UserIdOf(user) is not { } id) return null;
            return await actors.FindStandingAsync(id, cancellation) is { } standing && standing.Honours(user) ? standing.Actor : null;
        });
    }
}
