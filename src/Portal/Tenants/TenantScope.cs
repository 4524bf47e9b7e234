using Portal.Access;
using Portal.Aws;
using Portal.Settings;

namespace Portal.Tenants;

/// <summary>
/// A tenant together with who acts and where: the only thing that makes prefixes, tags and filters. It exists only after <see cref="TenantDirectory"/> has
/// checked the actor's right to this tenant, so a method that takes a scope need not ask again for the right the scope was made with.
/// </summary>
public sealed record TenantScope
{
    internal TenantScope(Actor actor, Tenant tenant, AwsConnection connection, Workspace workspace) =>
        (Actor, Tenant, Connection, Workspace) = (actor, tenant, connection, workspace);

    public Actor Actor { get; }

    public Tenant Tenant { get; }

    public AwsConnection Connection { get; }

    public Workspace Workspace { get; }

    /// <summary>The bucket of its documents.</summary>
    public string Bucket => Workspace.Bucket;

    /// <summary>The prefix of its documents, ending with "/".</summary>
    public string Prefix => Tenant.Prefix;

    /// <summary>The tenant attribute: key and value of every sidecar and every filter.</summary>
    public KeyValuePair<string, string> Attribute => new(Workspace.AttributeKey, Tenant.AttributeValue);

    /// <summary>Asks for another right to the same tenant.</summary>
    public void Demand(Permission permission) => Actor.Demand(permission, Tenant.Id);
}
