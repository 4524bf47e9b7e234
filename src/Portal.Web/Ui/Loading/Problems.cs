namespace Portal.Web.Ui.Loading;

/// <summary>How the screens read problems.</summary>
internal static class Problems
{
    /// <summary>The code of a problem that says "this account may not".</summary>
    public const string Forbidden = "Forbidden";

    public static bool IsForbidden(PortalProblem problem) => problem.Code == Forbidden;
}
