namespace Portal.Web.Ui.Values;

/// <summary>The viewer's time zone, one per circuit: the browser's, UTC until it is known.</summary>
public sealed class ViewerZone
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>Sets the zone by its IANA name; an unknown name leaves UTC.</summary>
    public void Set(string? ianaName)
    {
        if (!string.IsNullOrEmpty(ianaName) && TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out var zone)) _zone = zone;
    }

    /// <summary>The instant as the viewer's clock shows it.</summary>
    public DateTimeOffset ToViewer(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}
