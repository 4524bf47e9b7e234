namespace Portal.Web.Ui;

/// <summary>What a state means to whoever looks at it.</summary>
public enum Tone
{
    /// <summary>Neither good nor bad, nothing under way.</summary>
    Idle,
    Ok,
    Warn,
    Bad,
    /// <summary>Under way: a spinner.</summary>
    Working,
    Info,
}
