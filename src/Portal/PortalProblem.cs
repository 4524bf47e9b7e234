namespace Portal;

/// <summary>How a problem is to be met by a page.</summary>
public enum ProblemKind
{
    /// <summary>Input or state does not allow it; the user can mend it.</summary>
    Refused,

    /// <summary>The actor lacks the right. Says nothing about what is behind.</summary>
    Forbidden,

    /// <summary>What was asked for does not exist (any more).</summary>
    NotFound,

    /// <summary>AWS or another service refused or failed.</summary>
    Service,
}

/// <summary>An expected failure, fit to be shown as it is. Bugs are not problems: they fly to the error boundary.</summary>
/// <param name="Code">AWS's error code, or the portal's own ("Forbidden", "NameTaken").</param>
/// <param name="Sentence">What failed and what it means.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Kind">How a page is to meet it.</param>
/// <param name="AwsRequestId">AWS's request id where AWS answered.</param>
/// <param name="Field">The form field at fault, where one is.</param>
public sealed record PortalProblem(
    string Code, string Sentence, string Remedy, ProblemKind Kind = ProblemKind.Refused, string? AwsRequestId = null, string? Field = null)
{
    /// <summary>The actor may not do this. The same words whether the thing exists or not.</summary>
    public static PortalProblem Forbidden(string need) => new(
        "Forbidden", "You do not have the right to do this.", $"It needs: {need}. Ask an administrator.", ProblemKind.Forbidden);

    /// <summary>There is no such thing, or none that the actor may know of.</summary>
    public static PortalProblem NotFound(string what) => new(
        "NotFound", $"There is no such {what}.", "Check the address, or go back to the list.", ProblemKind.NotFound);
}

/// <summary>Carries a <see cref="PortalProblem"/> to the page that shows it.</summary>
public sealed class PortalProblemException(PortalProblem problem, Exception? cause = null) : Exception($"{problem.Code}: {problem.Sentence}", cause)
{
    /// <summary>What went wrong.</summary>
    public PortalProblem Problem { get; } = problem;
}
