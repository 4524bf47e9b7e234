using Microsoft.AspNetCore.Authorization;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>A user who may sign in now, and where <paramref name="Needs"/> is given may do that now.</summary>
internal sealed record StandingRequirement(Permission? Needs = null) : IAuthorizationRequirement
{
    /// <summary>One policy per permission, named like it; without a policy a page or endpoint needs a signed-in user.</summary>
    public static void AddPolicies(AuthorizationOptions options)
    {
        options.DefaultPolicy = new AuthorizationPolicyBuilder(Standing.Scheme).AddRequirements(new StandingRequirement()).Build();
        options.FallbackPolicy = options.DefaultPolicy;
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => policy.AddAuthenticationSchemes(Standing.Scheme).AddRequirements(new StandingRequirement(permission)));
    }
}

/// <summary>Asks the database, not the claims of a sign-in that may be hours old.</summary>
internal sealed class StandingHandler(ActorDirectory actors) : AuthorizationHandler<StandingRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StandingRequirement requirement)
    {
        if (Standing.UserIdOf(context.User) is { } id
            && await actors.FindStandingAsync(id) is { } standing
            && standing.Honours(context.User)
            && (requirement.Needs is not { } permission || standing.Actor.May(permission))) context.Succeed(requirement);
    }
}
