using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Access;
using Portal.Aws;
using Portal.Data;

namespace Portal.Operations;

/// <summary>Where people hand in durable work and ask after it.</summary>
public sealed class OperationDesk
{
    private readonly PortalDatabase database;
    private readonly ConnectionGuard connection;
    private readonly TimeProvider time;
    private readonly OperationJournal journal;
    private readonly Lazy<Dictionary<string, OperationKind>> kinds;

    /// <summary>Kinds are asked for at the first use: some of them hand in operations of their own and so need the desk.</summary>
    public OperationDesk(PortalDatabase database, ConnectionGuard connection, IServiceProvider services, TimeProvider time)
    {
        (this.database, this.connection, this.time) = (database, connection, time);
        journal = new OperationJournal(database, time);
        kinds = new(() => services.GetServices<OperationKind>().ToDictionary(kind => kind.Name));
    }

    /// <summary>Writes the operation down and lets the runner begin. An unfinished one with the same dedupe key is returned instead of a second.</summary>
    /// <typeparam name="TKind">The kind of work.</typeparam>
    /// <typeparam name="TInput">Its input.</typeparam>
    /// <returns>The operation's id.</returns>
    /// <exception cref="PortalProblemException">The actor may not, or the portal is read-only on this connection.</exception>
    public async Task<Guid> StartAsync<TKind, TInput>(
        Actor actor, TInput input, IReadOnlyCollection<Guid> tenantIds, string? dedupeKey = null, CancellationToken cancellation = default)
        where TKind : OperationKind<TInput>
        where TInput : notnull
    {
        var kind = kinds.Value.Values.OfType<TKind>().Single();
        DemandFor(actor, kind, tenantIds);
        var connectionId = await connection.DemandWritableAsync(cancellation);
        var json = JsonSerializer.Serialize(input, JsonSerializerOptions.Web);
        var operation = new OperationRecord
        {
            Id = Guid.CreateVersion7(),
            Kind = kind.Name,
            Title = kind.TitleOf(json),
            Input = json,
            ConnectionId = connectionId,
            TenantIds = [.. tenantIds],
            StartedBy = actor.UserId,
            StartedByEmail = actor.Email,
            CreatedAt = time.GetUtcNow(),
            DedupeKey = dedupeKey,
        };
        operation.Steps.AddRange(kind.StepsOf(json).Select((step, index) => new OperationStepRecord { Number = index, Name = step.Name, Title = step.Title }));
        await using var db = await database.OpenAsync(cancellation);
        db.Add(operation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: "operation_dedupe" })
        {
            db.ChangeTracker.Clear();
            return await db.Set<OperationRecord>().Where(open => open.DedupeKey == dedupeKey && open.FinishedAt == null).OrderByDescending(open => open.CreatedAt)
                .Select(open => open.Id).FirstAsync(cancellation);
        }

        await journal.WakeAsync(operation.Id, cancellation);
        return operation.Id;
    }

    /// <summary>One operation with its steps.</summary>
    /// <exception cref="PortalProblemException">There is none, or none that the actor may know of.</exception>
    public async Task<OperationRecord> GetAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var operation = await journal.FindAsync(id, cancellation);
        return operation?.IsVisibleTo(actor) == true ? operation : throw new PortalProblemException(PortalProblem.NotFound("operation"));
    }

    /// <summary>The newest operations that the actor may know of, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="openOnly">Only those that still run.</param>
    /// <param name="tenantId">Only those of this tenant.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<OperationRecord>> ListAsync(Actor actor, bool openOnly, Guid? tenantId = null, int limit = 50, CancellationToken cancellation = default)
    {
        await using var db = await database.OpenAsync(cancellation);
        var query = db.Set<OperationRecord>().AsNoTracking().Include(operation => operation.Steps.OrderBy(step => step.Number)).AsQueryable();
        if (openOnly) query = query.Where(operation => operation.FinishedAt == null);
        if (tenantId is { } tenant) query = query.Where(operation => operation.TenantIds.Contains(tenant));
        if (!actor.May(Permission.ReadOperations))
        {
            var mine = actor.TenantIds.ToArray();
            query = query.Where(operation => operation.TenantIds.Length > 0 && operation.TenantIds.All(id => mine.Contains(id)));
        }

        return await query.OrderByDescending(operation => operation.CreatedAt).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>Stops a running operation and undoes what it did; undoes a failed one.</summary>
    public async Task CancelAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var operation = await ForChangeAsync(actor, id, cancellation);
        await kinds.Value[operation.Kind].DemandCancelAsync(actor, operation, cancellation);
        await using var db = await database.OpenAsync(cancellation);
        if (operation.Status == OperationStatus.Failed) await ReopenAsync(db, id, OperationStatus.Undoing, cancellation);
        else await db.Set<OperationRecord>().Where(open => open.Id == id && open.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(open => open.CancelRequested, true), cancellation);
        await journal.WakeAsync(id, cancellation);
    }

    /// <summary>Goes on with a failed operation from the step that failed.</summary>
    public async Task ResumeAsync(Actor actor, Guid id, CancellationToken cancellation = default)
    {
        var operation = await ForChangeAsync(actor, id, cancellation);
        if (operation.Status != OperationStatus.Failed)
            throw new PortalProblemException(new("NotFailed", "Only a failed operation can be resumed.", "Reload the page; it may be running again."));
        await using var db = await database.OpenAsync(cancellation);
        await ReopenAsync(db, id, OperationStatus.Running, cancellation);
        await journal.WakeAsync(id, cancellation);
    }

    private static Task<int> ReopenAsync(PortalDb db, Guid id, OperationStatus status, CancellationToken cancellation) =>
        db.Set<OperationRecord>().Where(operation => operation.Id == id && operation.Status == OperationStatus.Failed).ExecuteUpdateAsync(
            set => set.SetProperty(operation => operation.Status, status)
                .SetProperty(operation => operation.Problem, (PortalProblem?)null)
                .SetProperty(operation => operation.FinishedAt, (DateTimeOffset?)null),
            cancellation);

    private async Task<OperationRecord> ForChangeAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var operation = await GetAsync(actor, id, cancellation);
        DemandFor(actor, kinds.Value[operation.Kind], operation.TenantIds);
        await connection.DemandWritableAsync(cancellation);
        return operation;
    }

    internal static void DemandFor(Actor actor, OperationKind kind, IReadOnlyCollection<Guid> tenantIds)
    {
        if (tenantIds.Count == 0) actor.Demand(kind.Needs);
        foreach (var tenantId in tenantIds) actor.Demand(kind.Needs, tenantId);
    }
}
