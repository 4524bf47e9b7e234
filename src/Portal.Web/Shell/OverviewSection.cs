namespace Portal.Web.Shell;

/// <summary>A part of the overview, which a capability registers; the component reads its own data and asks its own rights.</summary>
/// <param name="Component">A component without required parameters.</param>
public sealed record OverviewSection(Type Component, int Order);
