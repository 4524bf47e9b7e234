namespace Portal.Web.Ui.Dialogs;

/// <summary>440, 640 or 880 px; the full width on narrow screens.</summary>
public enum DialogSize
{
    Small,
    Medium,
    Wide,
}
