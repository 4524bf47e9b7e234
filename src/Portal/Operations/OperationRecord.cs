using Portal.Access;

namespace Portal.Operations;

/// <summary>Where a durable operation stands.</summary>
public enum OperationStatus
{
    /// <summary>Written down, not begun.</summary>
    Pending,

    /// <summary>A process works on it, or will again when its lease ends.</summary>
    Running,

    /// <summary>Its steps are being undone, last first.</summary>
    Undoing,

    /// <summary>All steps done.</summary>
    Succeeded,

    /// <summary>A step failed; it can be resumed or undone.</summary>
    Failed,

    /// <summary>All that was done is undone.</summary>
    Undone,
}

/// <summary>Where a step stands.</summary>
public enum StepStatus
{
    Pending,
    Running,
    Done,
    Failed,
    Undone,
}

/// <summary>The journal of one operation.</summary>
public sealed class OperationRecord
{
    public Guid Id { get; set; }

    /// <summary>Which <see cref="OperationKind"/> knows its steps.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>The kind's input as JSON.</summary>
    public required string Input { get; set; }

    public OperationStatus Status { get; set; }

    /// <summary>Connection the resources belong to.</summary>
    public Guid ConnectionId { get; set; }

    /// <summary>Whose work it is; an operator sees it only when all of them are his.</summary>
    public Guid[] TenantIds { get; set; } = [];

    public Guid StartedBy { get; set; }

    public required string StartedByEmail { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What the running step last said.</summary>
    public string? Message { get; set; }

    /// <summary>Share of the running step, 0 to 1; null when it cannot be known.</summary>
    public double? Fraction { get; set; }

    /// <summary>Why it failed.</summary>
    public PortalProblem? Problem { get; set; }

    /// <summary>Someone asked to stop and undo.</summary>
    public bool CancelRequested { get; set; }

    /// <summary>At most one unfinished operation bears the same key.</summary>
    public string? DedupeKey { get; set; }

    /// <summary>The process that works on it.</summary>
    public Guid? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public List<OperationStepRecord> Steps { get; set; } = [];

    /// <summary>Whether it has come to an end of its own.</summary>
    public bool IsFinished => Status is OperationStatus.Succeeded or OperationStatus.Failed or OperationStatus.Undone;

    /// <summary>Whether this actor may know of it.</summary>
    public bool IsVisibleTo(Actor actor) =>
        actor.May(Permission.ReadOperations) || (TenantIds.Length > 0 && TenantIds.All(actor.TenantIds.Contains));
}

/// <summary>One step of the journal.</summary>
public sealed class OperationStepRecord
{
    public Guid OperationId { get; set; }

    public int Number { get; set; }

    public required string Name { get; set; }

    public required string Title { get; set; }

    public StepStatus Status { get; set; }

    public string? Message { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>What a step wrote down before or after it called AWS: names, ids, client tokens.</summary>
public sealed class OperationFact
{
    public Guid OperationId { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }
}
