namespace Portal.Access;

/// <summary>
/// Whoever acts, as the database knew him a moment ago. Every behaviour call takes one and asks it; screens asking too is comfort, not safety.
/// </summary>
/// <param name="UserId">The user's id; empty for the portal itself.</param>
/// <param name="Email">Sign-in name, kept in audit and operations.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="TenantIds">Tenants an operator is bound to; without meaning for the other roles.</param>
public sealed record Actor(Guid UserId, string Email, PortalRole Role, IReadOnlySet<Guid> TenantIds)
{
    private static readonly HashSet<Permission> ViewerPermissions =
        [Permission.ReadTenant, Permission.ReadKnowledgeBases, Permission.ReadSettings, Permission.ReadOperations, Permission.ReadAudit];

    private static readonly HashSet<Permission> OperatorPermissions =
        [Permission.ReadTenant, Permission.WriteDocuments, Permission.AskAsTenant, Permission.SyncTenant];

    /// <summary>The portal's own hand: start-up work and the continuation of administrators' operations.</summary>
    public static Actor Portal { get; } = new(Guid.Empty, "portal", PortalRole.Administrator, new HashSet<Guid>());

    /// <summary>Whether this actor sees all tenants.</summary>
    public bool SeesAllTenants => Role != PortalRole.Operator;

    /// <summary>Whether the actor may do it (to this tenant).</summary>
    public bool May(Permission permission, Guid? tenantId = null) => Role switch
    {
        PortalRole.Administrator => true,
        PortalRole.Viewer => ViewerPermissions.Contains(permission),
        _ => OperatorPermissions.Contains(permission) && (tenantId is null || TenantIds.Contains(tenantId.Value)),
    };

    /// <summary>Throws unless the actor may.</summary>
    /// <exception cref="PortalProblemException">Kind Forbidden.</exception>
    public void Demand(Permission permission, Guid? tenantId = null)
    {
        if (!May(permission, tenantId)) throw new PortalProblemException(PortalProblem.Forbidden(Need(permission)));
    }

    private static string Need(Permission permission) =>
        ViewerPermissions.Contains(permission) ? "the role Viewer or Administrator"
        : OperatorPermissions.Contains(permission) ? "the role Operator of this tenant, or Administrator"
        : "the role Administrator";
}
