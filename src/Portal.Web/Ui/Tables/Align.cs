namespace Portal.Web.Ui.Tables;

/// <summary>Where a column's cells stand: words at the start, numbers at the end.</summary>
public enum Align
{
    Start,
    End,
}
