using Microsoft.AspNetCore.Identity;

namespace Portal.Access;

/// <summary>A person who signs in. Passwords, lock-out and the security stamp are ASP.NET Core Identity's.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>What the user may do.</summary>
    public PortalRole Role { get; set; }

    /// <summary>A disabled user cannot sign in and loses open circuits.</summary>
    public bool Disabled { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

/// <summary>Binds an operator to a tenant.</summary>
public sealed class UserTenant
{
    public Guid UserId { get; set; }

    public Guid TenantId { get; set; }
}
