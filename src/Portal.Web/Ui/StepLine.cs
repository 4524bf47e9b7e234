namespace Portal.Web.Ui;

/// <summary>Where one step of an operation stands.</summary>
public enum StepState
{
    Pending,
    Running,
    Done,
    Failed,
    /// <summary>Was done, then taken back.</summary>
    Undone,
    /// <summary>Not needed.</summary>
    Skipped,
}

/// <summary>One line of <see cref="Steps"/>.</summary>
/// <param name="Message">What it is doing, what it made, or why it failed.</param>
/// <param name="Took">How long it took or has been running.</param>
public sealed record StepLine(string Title, StepState State, string? Message = null, TimeSpan? Took = null);
