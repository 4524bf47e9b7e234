using Microsoft.Extensions.Logging;
using Portal.Access;
using Portal.Aws;

namespace Portal.Operations;

/// <summary>Walks one operation's steps forward, or back when it is to be undone.</summary>
internal sealed class OperationWalker(
    OperationJournal journal, ActorDirectory actors, ConnectionGuard connections, IEnumerable<OperationKind> kinds, TimeProvider time, ILogger logger)
{
    /// <summary>How long a step is tried again by itself while AWS throttles or fails.</summary>
    private static readonly TimeSpan TransientPatience = TimeSpan.FromMinutes(5);

    /// <param name="operation">The claimed operation.</param>
    /// <param name="cancelled">Fires when the user cancels, and whenever <paramref name="ours"/> does.</param>
    /// <param name="ours">Fires when the lease is lost or the process stops: then nothing is undone, the next owner goes on.</param>
    public async Task WalkAsync(OperationRecord operation, CancellationToken cancelled, CancellationToken ours)
    {
        var kind = kinds.FirstOrDefault(candidate => candidate.Name == operation.Kind);
        var actor = await actors.FindAsync(operation.StartedBy, ours);
        if ((Refusal(operation, kind, actor) ?? await ForeignAsync(operation, ours)) is { } refusal)
        {
            await journal.FinishAsync(operation.Id, OperationStatus.Failed, refusal, ours);
            return;
        }

        var steps = kind!.StepsOf(operation.Input);
        var context = new OperationContext(operation, actor!, journal, await journal.FactsAsync(operation.Id, ours));
        if (operation.Status == OperationStatus.Running && !operation.CancelRequested)
        {
            var undo = await ForwardAsync(operation, steps, context, cancelled, ours);
            if (!undo) return;
        }

        await journal.BeginUndoAsync(operation.Id, ours);
        await BackAsync(operation, steps, context, ours);
    }

    /// <summary>The rights that count are those of now, not those of the start.</summary>
    private static PortalProblem? Refusal(OperationRecord operation, OperationKind? kind, Actor? actor)
    {
        if (kind is null) return new("UnknownOperation", $"This portal does not know operations of the kind {operation.Kind}.", "Start the version that began it, or undo it there.");
        if (actor is null) return new("Forbidden", "Whoever started this may no longer sign in.", "An administrator can start it again.", ProblemKind.Forbidden);
        try
        {
            OperationDesk.DemandFor(actor, kind, operation.TenantIds);
            return null;
        }
        catch (PortalProblemException refusal)
        {
            return refusal.Problem;
        }
    }

    /// <summary>Work begun in one account is never continued in another. An account that cannot be asked now is no reason: the steps wait for it.</summary>
    private async Task<PortalProblem?> ForeignAsync(OperationRecord operation, CancellationToken cancellation)
    {
        try
        {
            await connections.WritableAsync(operation.ConnectionId, cancellation);
            return null;
        }
        catch (PortalProblemException refusal)
        {
            return refusal.Problem.Code is "ForeignIdentity" or "OtherConnection" ? refusal.Problem : null;
        }
    }

    /// <returns>Whether the user cancelled, so that what was done is to be undone.</returns>
    private async Task<bool> ForwardAsync(
        OperationRecord operation, IReadOnlyList<OperationStep> steps, OperationContext context, CancellationToken cancelled, CancellationToken ours)
    {
        for (var number = 0; number < steps.Count; number++)
        {
            var step = steps[number];
            if (operation.Steps[number].Status == StepStatus.Done) continue;
            logger.Begins(operation.Id, operation.Kind, step.Name);
            await journal.StepAsync(operation.Id, number, StepStatus.Running, null, ours);
            try
            {
                await TryAsync(context, token => step.DoAsync(context, token), cancelled);
                await journal.StepAsync(operation.Id, number, StepStatus.Done, null, ours);
            }
            catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
            {
                return !ours.IsCancellationRequested;
            }
            catch (Exception exception)
            {
                await FailAsync(operation, step, number, exception, ours);
                return false;
            }
        }

        await journal.ReportAsync(operation.Id, "Done", 1, ours);
        await journal.FinishAsync(operation.Id, OperationStatus.Succeeded, null, ours);
        return false;
    }

    private async Task BackAsync(OperationRecord operation, IReadOnlyList<OperationStep> steps, OperationContext context, CancellationToken ours)
    {
        for (var number = steps.Count - 1; number >= 0; number--)
        {
            var step = steps[number];
            // Also steps that are not marked as done are undone: AWS may have accepted what the journal never heard of.
            try
            {
                if (step.UndoAsync is { } undo) await TryAsync(context, token => undo(context, token), ours);
                await journal.StepAsync(operation.Id, number, StepStatus.Undone, null, ours);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await FailAsync(operation, step, number, exception, ours);
                return;
            }
        }

        await journal.ReportAsync(operation.Id, "Undone", null, ours);
        await journal.FinishAsync(operation.Id, OperationStatus.Undone, null, ours);
    }

    private async Task FailAsync(OperationRecord operation, OperationStep step, int number, Exception exception, CancellationToken ours)
    {
        logger.StepFailed(exception, operation.Id, operation.Kind, step.Name);
        var problem = AwsFaults.ProblemOf(exception)
            ?? new PortalProblem("Defect", $"The step \"{step.Title}\" failed unexpectedly ({exception.GetType().Name}).", "Resume it, or undo it; the log of the portal has the details.");
        await journal.StepAsync(operation.Id, number, StepStatus.Failed, problem.Sentence, ours);
        await journal.FinishAsync(operation.Id, OperationStatus.Failed, problem, ours);
    }

    private async Task TryAsync(OperationContext context, Func<CancellationToken, Task> attempt, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        for (var pause = TimeSpan.FromSeconds(1); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, TimeSpan.FromSeconds(30).Ticks)))
        {
            try
            {
                await attempt(cancellation);
                return;
            }
            catch (Exception exception) when (AwsFaults.IsTransient(exception) && time.GetElapsedTime(begun) < TransientPatience)
            {
                await context.ReportAsync($"{AwsFaults.ProblemOf(exception)?.Sentence} Trying again in {pause.TotalSeconds:0} s.", null, cancellation);
                await Task.Delay(pause, time, cancellation);
            }
        }
    }
}
