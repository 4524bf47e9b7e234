namespace Portal.Web.Ui.Loading;

/// <summary>The shape of what is to come.</summary>
public enum SkeletonShape
{
    /// <summary>Lines of text.</summary>
    Lines,
    /// <summary>Rows of a table, header included.</summary>
    Rows,
    /// <summary>A strip of figures.</summary>
    Cards,
}
