namespace Portal.Web.Ui.Actions;

/// <summary>How much a button weighs.</summary>
public enum ButtonVariant
{
    Default,
    /// <summary>The one main action of a page or dialog.</summary>
    Primary,
    /// <summary>The button that destroys, in its dialog only.</summary>
    Danger,
    Quiet,
}
