namespace Portal.Web.Ui.Values;

/// <summary>How much of an instant <see cref="TimeText"/> shows.</summary>
public enum TimeStyle
{
    /// <summary>"14:02" today, "20 Nov, 14:02" this year, "20 Nov 2025" before.</summary>
    Short,
    /// <summary>"20 Nov 2026, 14:02:07".</summary>
    Full,
    /// <summary>"8 min ago", "in 3 h"; within a minute "just now".</summary>
    Relative,
}
