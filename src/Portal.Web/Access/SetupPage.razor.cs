using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>The first start: code, e-mail, password, and what to begin with. Signs the new administrator in.</summary>
public sealed partial class SetupPage(FirstAdministrator first, AttemptLimiter limiter, NavigationManager navigation)
{
    private PortalProblem? _problem;

    [CascadingParameter] public HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm] public string? Code { get; set; }

    [SupplyParameterFromForm] public string? Email { get; set; }

    [SupplyParameterFromForm] public string? Password { get; set; }

    [SupplyParameterFromForm] public string? Start { get; set; }

    private async Task SubmitAsync()
    {
        try
        {
            limiter.Demand(Context);
            var standing = await first.SetUpAsync(Code ?? "", Email ?? "", Password ?? "", loadSample: Start != "empty", Context.RequestAborted);
            await Context.SignInAsync(Standing.Scheme, standing.ToPrincipal());
            navigation.NavigateTo("/");
        }
        catch (PortalProblemException exception)
        {
            _problem = exception.Problem;
        }
    }
}
