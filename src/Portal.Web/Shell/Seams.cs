using Portal.Access;

namespace Portal.Web.Shell;

/// <summary>Who is looking, as the database knows him now; null when nobody is signed in. Registered per circuit by the access capability.</summary>
public delegate Task<Actor?> ActorOfCircuit(CancellationToken cancellation);

/// <summary>A tenant the viewer may open.</summary>
/// <param name="Slug">Its address: /tenants/{slug}.</param>
public sealed record TenantLink(string Slug, string Name);

/// <summary>The tenants the viewer may see, by name. Registered per circuit by the tenants capability; without it the switcher is not shown.</summary>
public delegate Task<IReadOnlyList<TenantLink>> VisibleTenants(CancellationToken cancellation);
