using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>A plain form without a circuit: only a response can set the cookie.</summary>
public sealed partial class SignInPage(SignInDesk desk, AttemptLimiter limiter, NavigationManager navigation)
{
    private PortalProblem? _problem;

    [CascadingParameter] public HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm] public string? Email { get; set; }

    [SupplyParameterFromForm] public string? Password { get; set; }

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] public bool Ended { get; set; }

    private string Action => navigation.GetUriWithQueryParameters("/sign-in", new Dictionary<string, object?> { ["returnUrl"] = LocalAddress.Or(ReturnUrl) is "/" ? null : ReturnUrl });

    protected override void OnInitialized()
    {
        // Whoever lost some rights but not the sign-in comes here too, and goes back with the rights of now.
        if (HttpMethods.IsGet(Context.Request.Method) && Standing.UserIdOf(Context.User) is not null) navigation.NavigateTo(LocalAddress.Or(ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        try
        {
            limiter.Demand(Context);
            var standing = await desk.SignInAsync(Email ?? "", Password ?? "", Context.Connection.RemoteIpAddress?.ToString(), Context.RequestAborted);
            await Context.SignInAsync(Standing.Scheme, standing.ToPrincipal());
            navigation.NavigateTo(LocalAddress.Or(ReturnUrl));
        }
        catch (PortalProblemException exception)
        {
            _problem = exception.Problem;
        }
    }
}
