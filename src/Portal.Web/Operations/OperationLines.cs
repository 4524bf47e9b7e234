using Portal.Operations;
using Portal.Web.Ui;

namespace Portal.Web.Operations;

/// <summary>The journal's steps as lines to look at.</summary>
public static class OperationLines
{
    /// <param name="operation">With its steps.</param>
    /// <param name="now">For how long the running step has been running.</param>
    public static IReadOnlyList<StepLine> Of(OperationRecord operation, DateTimeOffset now) =>
        [.. operation.Steps.OrderBy(step => step.Number).Select(step => new StepLine(step.Title, State(step.Status), Message(operation, step), Took(step, now)))];

    private static StepState State(StepStatus status) => status switch
    {
        StepStatus.Running => StepState.Running,
        StepStatus.Done => StepState.Done,
        StepStatus.Failed => StepState.Failed,
        StepStatus.Undone => StepState.Undone,
        _ => StepState.Pending,
    };

    private static string? Message(OperationRecord operation, OperationStepRecord step) =>
        step.Status == StepStatus.Running ? operation.Message : step.Status == StepStatus.Failed ? null : step.Message;

    private static TimeSpan? Took(OperationStepRecord step, DateTimeOffset now) => step switch
    {
        { StartedAt: { } started, FinishedAt: { } finished } => finished - started,
        { StartedAt: { } started, Status: StepStatus.Running } => now - started,
        _ => null,
    };
}
