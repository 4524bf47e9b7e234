namespace Portal.Settings.Preflight;

/// <summary>How a check ended.</summary>
public enum PreflightOutcome
{
    Passed,

    /// <summary>It works, but something should be otherwise.</summary>
    Warned,

    /// <summary>Something is missing.</summary>
    Failed,

    /// <summary>The workspace does not name what would be checked, or an earlier check failed.</summary>
    Skipped,

    /// <summary>Finding out would change something or cost money.</summary>
    CannotBeChecked,
}

/// <summary>One line of the preflight.</summary>
/// <param name="Title">What is checked, in words.</param>
/// <param name="IamAction">The permission that the check needs and that would mend a refusal.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Sentence">What was found, or what is missing.</param>
/// <param name="Remedy">What would mend it; null when nothing needs mending.</param>
/// <param name="RequestId">AWS's request id; null when AWS was not asked or not reached.</param>
public sealed record PreflightCheck(string Title, string IamAction, PreflightOutcome Outcome, string Sentence, string? Remedy = null, string? RequestId = null);

/// <summary>What the preflight found.</summary>
/// <param name="Checks">The lines, in the order of dependence.</param>
/// <param name="At">When it was run.</param>
public sealed record PreflightReport(IReadOnlyList<PreflightCheck> Checks, DateTimeOffset At)
{
    /// <summary>How many checks ended so.</summary>
    public int Count(PreflightOutcome outcome) => Checks.Count(check => check.Outcome == outcome);
}
