using System.Text.Json;
using Portal.Access;

namespace Portal.Operations;

/// <summary>
/// A kind of durable work: a sequence of idempotent steps. Derive from <see cref="OperationKind{TInput}"/> and register with
/// <see cref="OperationsCapability.AddOperation{TKind}"/>.
/// </summary>
public abstract class OperationKind
{
    /// <summary>Stable name in the journal ("tenant.onboard").</summary>
    public abstract string Name { get; }

    /// <summary>The right that starting it needs; asked again, of the same user, when it is resumed after a crash.</summary>
    public abstract Permission Needs { get; }

    /// <summary>What else speaks against this actor cancelling or undoing it, beside <see cref="Needs"/>; nothing by default.</summary>
    /// <exception cref="PortalProblemException">He may not, and why.</exception>
    public virtual Task DemandCancelAsync(Actor actor, OperationRecord operation, CancellationToken cancellation) => Task.CompletedTask;

    internal abstract string TitleOf(string input);

    internal abstract IReadOnlyList<OperationStep> StepsOf(string input);
}

/// <summary>One idempotent step. It may be run again after any crash, also between AWS accepting a call and the journal writing it down.</summary>
/// <param name="Name">Stable name in the journal.</param>
/// <param name="Title">What people read: "Create the data source".</param>
/// <param name="DoAsync">Does it, or finds that it is done.</param>
/// <param name="UndoAsync">Takes it back; "already gone" counts as success. Null where there is nothing to take back.</param>
public sealed record OperationStep(
    string Name, string Title, Func<OperationContext, CancellationToken, Task> DoAsync, Func<OperationContext, CancellationToken, Task>? UndoAsync = null);

/// <summary>A kind with a typed input, kept as JSON in the journal: only grow it compatibly.</summary>
public abstract class OperationKind<TInput> : OperationKind
    where TInput : notnull
{
    /// <summary>One line for lists.</summary>
    public abstract string Title(TInput input);

    /// <summary>The steps for this input, in order; the same input must always give the same names.</summary>
    public abstract IReadOnlyList<OperationStep> Steps(TInput input);

    internal override string TitleOf(string input) => Title(Read(input));

    internal override IReadOnlyList<OperationStep> StepsOf(string input) => Steps(Read(input));

    private static TInput Read(string input) => JsonSerializer.Deserialize<TInput>(input, JsonSerializerOptions.Web)!;
}
