using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Portal.Diagnostics;

/// <summary>The one ActivitySource and the one Meter of the portal.</summary>
public static class PortalTelemetry
{
    /// <summary>Name of both.</summary>
    public const string Name = "Portal";

    /// <summary>Spans of behaviour.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    /// <summary>Counters and histograms of behaviour.</summary>
    public static Meter Meter { get; } = new(Name);
}
