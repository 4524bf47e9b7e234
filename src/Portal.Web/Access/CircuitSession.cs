using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Portal.Access;

namespace Portal.Web.Access;

/// <summary>
/// The sign-in that a circuit was opened with. It is asked after again and again: a disabled user, another password, other rights end it, and the page loads anew,
/// as a sign-in or with the rights of now.
/// </summary>
internal sealed class CircuitSession(ILoggerFactory logs, ActorDirectory actors, AccessOptions options)
    : RevalidatingServerAuthenticationStateProvider(logs), IHostEnvironmentAuthenticationStateProvider
{
    private volatile bool begun;

    protected override TimeSpan RevalidationInterval => options.RevalidationInterval;

    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        begun = true;
        SetAuthenticationState(authenticationStateTask);
    }

    /// <summary>The circuit's user; null outside circuits and pages (in other endpoints the request knows).</summary>
    public async Task<ClaimsPrincipal?> FindUserAsync() => begun ? (await GetAuthenticationStateAsync()).User : null;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Standing.UserIdOf(authenticationState.User) is { } id
        && await actors.FindStandingAsync(id, cancellationToken) is { } standing
        && standing.Honours(authenticationState.User)
        && standing.IsUnchangedSince(authenticationState.User);
}
