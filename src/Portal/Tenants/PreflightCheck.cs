namespace Portal.Tenants;

/// <summary>How a check came out.</summary>
public enum CheckVerdict
{
    Passed,

    /// <summary>It will work, but not as one might think.</summary>
    Warned,

    Failed,

    /// <summary>No harmless call tells it.</summary>
    CannotBeChecked,
}

/// <summary>One harmless look before anything is made.</summary>
/// <param name="Title">What was looked at.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record PreflightCheck(string Title, CheckVerdict Verdict, string Sentence, string? Remedy = null);
