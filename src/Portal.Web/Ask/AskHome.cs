using Portal.Ask;
using Portal.Ask.Filters;
using Portal.Tenants;

namespace Portal.Web.Ask;

/// <summary>What the page knows before a question is asked.</summary>
/// <param name="Scope">For showing only; each question takes a scope of its own, with the rights of then.</param>
/// <param name="Ground">What filters are judged against.</param>
/// <param name="IsIndexed">Whether a sync has ever completed.</param>
/// <param name="Incidents">The newest withheld chunks, for who may see them.</param>
public sealed record AskHome(TenantScope Scope, FilterGround Ground, bool IsIndexed, IReadOnlyList<Incident> Incidents);
