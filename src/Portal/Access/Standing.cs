using System.Security.Claims;

namespace Portal.Access;

/// <summary>How a user stands now: what he may do, and the stamp that his sign-in must carry.</summary>
/// <param name="Actor">The user with the rights of now.</param>
/// <param name="SecurityStamp">Changes with the password and when the user is disabled; sign-ins with another are void.</param>
public sealed record Standing(Actor Actor, string SecurityStamp)
{
    /// <summary>The authentication type of portal sign-ins, and the name of their cookie scheme.</summary>
    public const string Scheme = "Portal";

    private const string StampClaim = "portal:stamp";
    private const string RightsClaim = "portal:rights";

    private string Rights => $"{Actor.Role}:{string.Join(',', Actor.TenantIds.Order())}";

    /// <summary>What a sign-in carries: id, name, stamp, and the rights it was made with (only to notice that they changed, never to grant them).</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Actor.UserId.ToString("D")),
            new(ClaimTypes.Name, Actor.Email),
            new(StampClaim, SecurityStamp),
            new(RightsClaim, Rights),
        ],
        Scheme));

    /// <summary>Whether the sign-in is still valid.</summary>
    public bool Honours(ClaimsPrincipal principal) => UserIdOf(principal) == Actor.UserId && principal.FindFirstValue(StampClaim) == SecurityStamp;

    /// <summary>Whether role, tenants and name are those that the sign-in was made with.</summary>
    public bool IsUnchangedSince(ClaimsPrincipal principal) => principal.FindFirstValue(RightsClaim) == Rights && principal.FindFirstValue(ClaimTypes.Name) == Actor.Email;

    /// <summary>Whose sign-in it is; null for nobody's.</summary>
    public static Guid? UserIdOf(ClaimsPrincipal? principal) =>
        principal?.Identity is { IsAuthenticated: true, AuthenticationType: Scheme } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
